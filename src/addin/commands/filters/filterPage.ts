import type { ImageSource } from '../../../data/imageSet';
import type { FilterLayer, FilterPage, ShownMatrix } from '../../../excel/sheets/filters/filterCells';
import { MOST_MATRICES } from '../../../excel/sheets/filters/filterLayout';
import type { Network } from '../../../engine/network';
import { activationOf } from '../../../engine/layers';
import { receptiveFields } from '../../../notebook/layout/receptiveFields';
import { activationWord } from '../../../notebook/model/words';
import { convolutionsOf, PATCHES_PER_FILTER, type PatchesByLayer } from '../../../training/filterPatches';
import { patchOf, pictureSize } from './patchImages';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { classNames } from '../../../training/prediction';
import { filterTexts } from '../../../texts/addin/filters';

/**
 * The contents of the filter sheet.
 * @param searched description of the images searched
 */
export function filterPage(
  { record: { spec, names }, trainer: { network, step } }: LiveNotebook,
  winners: PatchesByLayer,
  source: ImageSource,
  searched: string,
): FilterPage {
  const inColour = canColour(network, source);
  return {
    heading: filterTexts.heading(names.values, step),
    notes: [
      filterTexts.searchedImages(searched),
      filterTexts.aboutPatches,
      aboutColours(source.channels, inColour),
    ],
    ...roomFor(classNames(spec), source.multiLabel),
    layers: convolutionsOf(network).map((at) => layerOf(network, at, winners, source, inColour)),
  };
}

function layerOf(
  network: Network,
  at: number,
  winners: PatchesByLayer,
  source: ImageSource,
  inColour: boolean,
): FilterLayer {
  const { name, parameters } = network.shapes[at];
  const [, , rows, columns] = parameters[0].shape;
  const sight = receptiveFields(network.spec, network.shapes)[at];
  const patch = pictureSize(sight, source);
  const bias = network.parameters.get(`${name}.bias`);
  return {
    name,
    about: aboutLayer(network, at),
    kernel: { rows, columns },
    patch,
    filters: winners.get(name)!.map((own, filter) => ({
      name: filterTexts.filter(filter + 1, bias?.[filter] ?? 0),
      matrices: matricesOf(network, at, filter),
      patches: own.map((winner) => patchOf(winner, source, sight, inColour)),
    })),
  };
}

/**
 * The first matrices of a filter. A filter that does not read all channels has only one, for its own channel.
 */
function matricesOf({ shapes, parameters }: Network, at: number, filter: number): ShownMatrix[] {
  const [{ name, shape }] = shapes[at].parameters;
  const [, channels, rows, columns] = shape;
  const weights = parameters.get(name)!;
  const first = channels < shapes[at].input.channels ? filter : 0;
  return Array.from({ length: Math.min(channels, MOST_MATRICES) }, (_, channel) => {
    const from = (filter * channels + channel) * rows * columns;
    return { channel: first + channel + 1, weights: weights.slice(from, from + rows * columns) };
  });
}

function aboutLayer({ shapes, spec }: Network, at: number): string {
  const [filters, channels, rows, columns] = shapes[at].parameters[0].shape;
  const sight = receptiveFields(spec, shapes)[at];
  const activation = activationOf(spec.layers[at]);
  return filterTexts.aboutLayer({
    filters,
    kernel: `${rows}×${columns}`,
    channels: channels < shapes[at].input.channels ? undefined : channels,
    firstMatrices: channels > MOST_MATRICES ? MOST_MATRICES : undefined,
    receptiveField: `${sight.rows.size}×${sight.columns.size}`,
    activation: activation === 'none' ? undefined : activationWord(activation),
  });
}

/** Most cells in colour: Excel fills them one colour at a time. */
const MOST_COLOURED = 20_000;

function canColour(network: Network, source: ImageSource): boolean {
  if (source.channels !== 3) return false;
  const cells = convolutionsOf(network).map((at) => {
    const { rows, columns } = pictureSize(receptiveFields(network.spec, network.shapes)[at], source);
    return network.shapes[at].output.channels * PATCHES_PER_FILTER * rows * columns;
  });
  return cells.reduce((sum, count) => sum + count) <= MOST_COLOURED;
}

function aboutColours(channels: number, inColour: boolean): string {
  if (inColour) return filterTexts.aboutColours.inColour;
  return channels === 1 ? filterTexts.aboutColours.grey : filterTexts.aboutColours.meanOf(channels);
}

/** Longer captions are cut, and so are the last of many labels. */
const MOST = { letters: 20, lines: 3 };
/** Length of an activation such as "1234.56". */
const NUMBER = 7;

/** Letters and lines needed for the captions below a patch. */
function roomFor(words: readonly string[], isMultiLabel: boolean): Pick<FilterPage, 'letters' | 'lines'> {
  const longest = Math.max(NUMBER, ...words.map((word) => word.length));
  // Each of several labels has a line of its own, which ends with a plus.
  const inLines = isMultiLabel && words.length > 2;
  return {
    letters: Math.min(MOST.letters, inLines ? longest + ' +'.length : longest),
    lines: inLines ? Math.min(MOST.lines, words.length) : 1,
  };
}
