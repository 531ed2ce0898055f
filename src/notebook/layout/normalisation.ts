import type { LayerShape } from '../../engine/shapes';
import type { Block, Source } from '../sheet/block';
import type { LayerLayout } from './layerLayout';
import { headingOf, namesOf, parameter, type Page } from './page';
import type { RowsOfLayer } from './rows';

/** A number that each channel, or each group of channels, has once. */
interface OwnNumber {
  readonly of: 'channel' | 'group';
  /** Last part of the block's and the tensor's name. */
  readonly word: string;
  readonly label: string;
  readonly kind: 'parameter' | 'state' | 'auxiliary';
}

interface NormLayer {
  readonly name: string;
}

/** What distinguishes the page of one kind of normalisation from that of another. */
interface Normalisation<Spec> {
  /** The numbers that shift and scale each channel. */
  readonly numbers: readonly OwnNumber[];
  /** Rows that these numbers take; a map beside them may be lower. */
  readonly gutterRows: number;
  /** Number of groups of neighbouring channels normalised together; without groups, that of the channels. */
  groups(layer: Spec, channels: number): number;
  /** Whether statistics are taken over the whole batch, rather than each image. */
  readonly measuresBatch: boolean;
}

/** Columns for the numbers of a channel left of its map, each with its name to the right. */
const GUTTER_COLUMNS = 4;

/** Narrow columns that the name of a number spans above a vector. */
const WORD_COLUMNS = 4;

/** The cells that determine which other images are in the batch. */
const BATCH = ['sgd.batch_size', 'notebook.seed'];

/** The numbers that shift and scale each channel, then the output maps. */
export function normalisedMaps<Spec extends NormLayer>(kind: Normalisation<Spec>): LayerLayout<Spec> {
  return {
    makesMaps: true,
    gutterRows: () => kind.gutterRows,

    place(page, layer, shape, rows) {
      if (page.isFlat) placeOnVector(page, layer, kind);
      else placeOnMaps(page, layer, kind, shape, rows);
    },
  };
}

function placeOnMaps<Spec extends NormLayer>(
  page: Page,
  layer: Spec,
  kind: Normalisation<Spec>,
  { output }: LayerShape,
  rows: RowsOfLayer,
): void {
  const column = page.columnOf(layer.name, GUTTER_COLUMNS);
  const inputs = namesOf(page.maps());
  const gutter = column - GUTTER_COLUMNS;
  const size = inputs.length / kind.groups(layer, inputs.length);
  const inGroup = (group: number) => inputs.slice(group * size, (group + 1) * size);
  const own = new Map<string, string[]>();
  inputs.forEach((_, channel) => {
    kind.numbers.forEach((number, line) => {
      const { of, label, word } = number;
      // The numbers of a group stand beside its first channel.
      const index = of === 'channel' ? channel : channel / size;
      if (!Number.isInteger(index)) return;
      const row = page.rowOf(rows, channel) + line;
      page.label(row, gutter + 1, label);
      const { name } = page.add({
        name: `${layer.name}.${of}${index + 1}.${word}`,
        title: `${layer.name}, ${label}${of === 'channel' ? ' of channel' : ''} ${index + 1}`,
        role: roleOf(number),
        rect: { row, column: gutter, rows: 1, columns: 1 },
        source: sourceOf(layer, number, index),
        reads: readsOf(kind, number, inGroup(Math.floor(channel / size))),
      });
      const site = `${of} ${index}`;
      own.set(site, [...(own.get(site) ?? []), name]);
    });
  });
  page.heading(column, headingOf(layer.name));
  const reads = (channel: number) => {
    const group = Math.floor(channel / size);
    return [
      ...inGroup(group),
      ...(own.get(`channel ${channel}`) ?? []),
      ...(own.get(`group ${group}`) ?? []),
    ];
  };
  page.addMaps({ name: layer.name, word: 'map', reads }, output, rows, column);
}

/** In a vector each number is a channel, so its own numbers stand in columns. */
function placeOnVector<Spec extends NormLayer>(page: Page, layer: Spec, kind: Normalisation<Spec>): void {
  const input = page.asVector();
  const first = page.columnOf(layer.name);
  const blocks = kind.numbers.map((number, index): Block => {
    const column = first + index * WORD_COLUMNS;
    page.label(input.rect.row - 1, column, number.label);
    const rows = number.of === 'channel' ? input.rect.rows : kind.groups(layer, input.rect.rows);
    return page.add({
      name: `${layer.name}.${number.word}`,
      title: `${layer.name}, ${number.label}`,
      role: roleOf(number),
      rect: { ...input.rect, column, rows },
      source: sourceOf(layer, number, 0),
      reads: readsOf(kind, number, [input.name]),
    });
  });
  const column = first + blocks.length * WORD_COLUMNS;
  page.heading(column, headingOf(layer.name));
  page.addVector({ name: layer.name, reads: [input.name, ...namesOf(blocks)] }, input.rect.rows, column);
}

/** The blocks that a statistic is computed from. */
function readsOf<Spec>(
  { measuresBatch }: Normalisation<Spec>,
  { kind }: OwnNumber,
  inputs: readonly string[],
): string[] {
  return kind === 'auxiliary' ? [...inputs, ...(measuresBatch ? BATCH : [])] : [];
}

function roleOf({ kind, word }: OwnNumber) {
  if (kind === 'parameter') return word === 'scale' ? 'weights' : 'bias';
  return kind === 'state' ? 'state' : 'statistic';
}

function sourceOf(layer: NormLayer, { kind, word }: OwnNumber, offset: number): Source {
  const tensor = `${layer.name}.${word}`;
  return kind === 'parameter' ? parameter(tensor, offset) : { kind, tensor, offset };
}
