import type { ImageSource } from '../../../data/imageSet';
import type { FilterLayer, FilterPage, ShownMatrix } from '../../../excel/sheets/filters/filterCells';
import { MOST_MATRICES } from '../../../excel/sheets/filters/filterLayout';
import type { Network } from '../../../engine/network';
import { activationOf } from '../../../engine/layers';
import { receptiveFields } from '../../../notebook/layout/receptiveFields';
import { activationWord } from '../../../notebook/model/words';
import { convolutionsOf, PATCHES, type Winners } from '../../../training/filterPatches';
import { patchOf, pictureSize } from './patchImages';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import { wordsFor } from '../../../training/prediction';

/**
 * What the sheet of filters shows.
 * @param searched which images, in words
 */
export function filterPage(
  { record: { spec, names }, trainer: { network, step } }: LiveNotebook,
  winners: Winners,
  source: ImageSource,
  searched: string,
): FilterPage {
  const inColour = canColour(network, source);
  return {
    heading: `${names.values}: what its filters look for, after step ${step}`,
    notes: [
      `Searched: ${searched}.`,
      'Beside its matrices, each filter has up to nine patches of nine images: what the strongest cell of its map sees of ' +
        'the image, its receptive field. Click a patch, and the pane shows the whole image.',
      'Matrices: blue is negative, white 0, red positive, on a scale of each filter. ' +
        `Patches: ${paletteOf(source.channels, inColour)}`,
    ],
    ...roomFor(wordsFor(spec), source.several),
    layers: convolutionsOf(network).map((at) => layerOf(network, at, winners, source, inColour)),
  };
}

function layerOf(
  network: Network,
  at: number,
  winners: Winners,
  source: ImageSource,
  inColour: boolean,
): FilterLayer {
  const { name, parameters } = network.shapes[at];
  const [, , rows, columns] = parameters[0].shape;
  const sight = receptiveFields(network.spec, network.shapes)[at];
  const patch = pictureSize(sight, source);
  const bias = network.parameters.get(`${name}.bias`)!;
  return {
    name,
    about: aboutLayer(network, at),
    kernel: { rows, columns },
    patch,
    filters: winners.get(name)!.map((own, filter) => ({
      name: `filter ${filter + 1}, bias ${twoPlaces(bias[filter])}`,
      matrices: matricesOf(network, at, filter),
      patches: own.map((winner) => patchOf(winner, source, sight, inColour)),
    })),
  };
}

/** The matrices of one filter, the first ones of many. A filter that does not read all channels has one, for its own. */
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

/** "2 filters of 3×3 over 2 channels. A cell of their maps sees 5×5 pixels. Activations after ReLU." */
function aboutLayer({ shapes, spec }: Network, at: number): string {
  const [filters, channels, rows, columns] = shapes[at].parameters[0].shape;
  const sight = receptiveFields(spec, shapes)[at];
  const activation = activationOf(spec.layers[at]);
  const over =
    channels < shapes[at].input.channels
      ? 'each over its own channel'
      : `over ${counted(channels, 'channel')}`;
  const some = channels > MOST_MATRICES ? ` Of its matrices the first ${MOST_MATRICES} are shown.` : '';
  const after = activation === 'none' ? '' : ` Activations are those after ${activationWord(activation)}.`;
  return (
    `${counted(filters, 'filter')} of ${rows}×${columns} ${over}.${some} ` +
    `A cell of a map sees ${sight.rows.size}×${sight.columns.size} pixels of the image.${after}`
  );
}

/** Without the minus that would stand before a 0. */
function twoPlaces(value: number): string {
  return (Number(value.toFixed(2)) || 0).toString();
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** More cells than this would take Excel long to fill one colour after the other. */
const MOST_COLOURED = 20_000;

function canColour(network: Network, source: ImageSource): boolean {
  if (source.channels !== 3) return false;
  const cells = convolutionsOf(network).map((at) => {
    const { rows, columns } = pictureSize(receptiveFields(network.spec, network.shapes)[at], source);
    return network.shapes[at].output.channels * PATCHES * rows * columns;
  });
  return cells.reduce((sum, count) => sum + count) <= MOST_COLOURED;
}

function paletteOf(channels: number, inColour: boolean): string {
  if (inColour)
    return 'in their colours, rounded a little; the number in a cell is the mean of the three channels.';
  const mean = channels === 1 ? '' : `; of the ${channels} channels the mean`;
  return `light is 0, red is 1${mean}.`;
}

/** Longer words are cut, and of more labels the last ones. */
const MOST = { letters: 20, lines: 3 };
/** "1234.56". */
const NUMBER = 7;

/** How many letters, and lines, the words below a patch take. */
function roomFor(words: readonly string[], several: boolean): Pick<FilterPage, 'letters' | 'lines'> {
  const longest = Math.max(NUMBER, ...words.map((word) => word.length));
  // Of several labels each gets a line of its own, which ends in a plus.
  const inLines = several && words.length > 2;
  return {
    letters: Math.min(MOST.letters, inLines ? longest + ' +'.length : longest),
    lines: inLines ? Math.min(MOST.lines, words.length) : 1,
  };
}
