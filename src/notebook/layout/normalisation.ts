import type { LayerShape } from '../../engine/shapes';
import type { BatchNormSpec, InputNormSpec } from '../../engine/spec';
import type { Block, Source } from '../sheet/block';
import { NORM_GUTTER } from './gutters';
import { headingOf, namesOf, parameter, type Page } from './page';
import type { RowsOfLayer } from './receptiveRows';

/** A number that each channel has one of. */
interface PerChannel {
  /** End of the block's name, and of the tensor's. */
  readonly word: string;
  readonly label: string;
  readonly kind: 'parameter' | 'state' | 'auxiliary';
}

const NUMBERS: Readonly<Record<(BatchNormSpec | InputNormSpec)['type'], readonly PerChannel[]>> = {
  batchNorm: [
    { word: 'scale', label: 'scale', kind: 'parameter' },
    { word: 'shift', label: 'shift', kind: 'parameter' },
    { word: 'batch_mean', label: 'mean of batch', kind: 'auxiliary' },
    { word: 'batch_variance', label: 'variance of batch', kind: 'auxiliary' },
    { word: 'running_mean', label: 'running mean', kind: 'state' },
    { word: 'running_variance', label: 'running variance', kind: 'state' },
  ],
  inputNorm: [
    { word: 'mean', label: 'mean', kind: 'state' },
    { word: 'deviation', label: 'deviation', kind: 'state' },
  ],
};

/** Batch norm and input normalisation: what each channel is shifted and scaled by, then what comes out. */
export function placeNormalisation(
  page: Page,
  layer: BatchNormSpec | InputNormSpec,
  shape: LayerShape,
  rows: RowsOfLayer,
): void {
  if (page.isFlat) placeOnVector(page, layer);
  else placeOnMaps(page, layer, shape, rows);
}

function placeOnMaps(
  page: Page,
  layer: BatchNormSpec | InputNormSpec,
  { output }: LayerShape,
  rows: RowsOfLayer,
): void {
  const column = page.columnOf(layer.name, NORM_GUTTER.columns);
  const inputs = namesOf(page.maps());
  const gutter = column - NORM_GUTTER.columns;
  const own = inputs.map((input, channel) =>
    NUMBERS[layer.type].map((number, index) => {
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
  const reads = (channel: number) => [inputs[channel], ...namesOf(own[channel])];
  page.addMaps({ name: layer.name, word: 'map', reads }, output, rows, column);
}

/** Each number of a vector is a channel of its own, so the numbers stand in columns. */
function placeOnVector(page: Page, layer: BatchNormSpec | InputNormSpec): void {
  const input = page.asVector();
  const first = page.columnOf(layer.name);
  const blocks = NUMBERS[layer.type].map((number, index): Block => {
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

function sourceOf(layer: { readonly name: string }, { kind, word }: PerChannel, offset: number): Source {
  const tensor = `${layer.name}.${word}`;
  return kind === 'parameter' ? parameter(tensor, offset) : { kind, tensor, offset };
}

/** Narrow columns that the name of a number takes. */
const WORD_COLUMNS = 4;

/** What decides which other images stand in the batch. */
const BATCH = ['sgd.batch_size', 'notebook.seed'];
