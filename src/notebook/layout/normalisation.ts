import type { LayerShape } from '../../engine/shapes';
import type { Block, Source } from '../sheet/block';
import type { LayerLayout } from './layerLayout';
import { headingOf, namesOf, parameter, type Page } from './page';
import type { RowsOfLayer } from './rows';

/** A number that each channel has one of. */
interface PerChannel {
  /** End of the block's name, and of the tensor's. */
  readonly word: string;
  readonly label: string;
  readonly kind: 'parameter' | 'state' | 'auxiliary';
}

interface NormLayer {
  readonly name: string;
}

/** How the page of one kind of normalisation differs from that of another. */
interface Normalisation<Spec> {
  /** What each channel is shifted and scaled by. */
  readonly numbers: readonly PerChannel[];
  /** Rows that these numbers take, beside a map that may be lower. */
  readonly gutterRows: number;
  /** The channels that the map of a channel is computed from. */
  channelsRead(layer: Spec, channel: number, channels: number): readonly number[];
}

/** Columns that the numbers of a channel take left of its map, each with its name right of it. */
const GUTTER_COLUMNS = 4;

/** Narrow columns that the name of a number takes above a vector. */
const WORD_COLUMNS = 4;

/** What decides which other images stand in the batch. */
const BATCH = ['sgd.batch_size', 'notebook.seed'];

/** What each channel is shifted and scaled by, then what comes out. */
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
  { numbers, channelsRead }: Normalisation<Spec>,
  { output }: LayerShape,
  rows: RowsOfLayer,
): void {
  const column = page.columnOf(layer.name, GUTTER_COLUMNS);
  const inputs = namesOf(page.maps());
  const gutter = column - GUTTER_COLUMNS;
  const own = inputs.map((input, channel) =>
    numbers.map((number, index) => {
      const row = page.rowOf(rows, channel) + index;
      page.label(row, gutter + 1, number.label);
      return page.add({
        name: `${layer.name}.channel${channel + 1}.${number.word}`,
        title: `${layer.name}, ${number.label} of channel ${channel + 1}`,
        role: roleOf(number),
        rect: { row, column: gutter, rows: 1, columns: 1 },
        source: sourceOf(layer, number, channel),
        reads: number.kind === 'auxiliary' ? [input, ...BATCH] : [],
      });
    }),
  );
  page.heading(column, headingOf(layer.name));
  const reads = (channel: number) => [
    ...channelsRead(layer, channel, inputs.length).map((each) => inputs[each]),
    ...namesOf(own[channel]),
  ];
  page.addMaps({ name: layer.name, word: 'map', reads }, output, rows, column);
}

/** Each number of a vector is a channel of its own, so the numbers stand in columns. */
function placeOnVector<Spec extends NormLayer>(
  page: Page,
  layer: Spec,
  { numbers }: Normalisation<Spec>,
): void {
  const input = page.asVector();
  const first = page.columnOf(layer.name);
  const blocks = numbers.map((number, index): Block => {
    const column = first + index * WORD_COLUMNS;
    page.label(input.rect.row - 1, column, number.label);
    return page.add({
      name: `${layer.name}.${number.word}`,
      title: `${layer.name}, ${number.label}`,
      role: roleOf(number),
      rect: { ...input.rect, column },
      source: sourceOf(layer, number, 0),
      reads: number.kind === 'auxiliary' ? [input.name, ...BATCH] : [],
    });
  });
  const column = first + blocks.length * WORD_COLUMNS;
  page.heading(column, headingOf(layer.name));
  page.addVector({ name: layer.name, reads: [input.name, ...namesOf(blocks)] }, input.rect.rows, column);
}

function roleOf({ kind, word }: PerChannel) {
  if (kind === 'parameter') return word === 'scale' ? 'weights' : 'bias';
  return kind === 'state' ? 'state' : 'statistic';
}

function sourceOf(layer: NormLayer, { kind, word }: PerChannel, offset: number): Source {
  const tensor = `${layer.name}.${word}`;
  return kind === 'parameter' ? parameter(tensor, offset) : { kind, tensor, offset };
}
