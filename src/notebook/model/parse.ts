import { inferLayers, inferShapes, SpecError } from '../../engine/shapes';
import type { LayerSpec, LayerType, NetworkSpec } from '../../engine/spec';
import { layerKindOf, layerKinds } from '../kinds/layers';
import { checkNames } from '../layout';
import type { Initial } from '../sheet/spec';
import { CellFault, initialIn, shown, wholeIn } from './cells';
import type { ModelField, ModelFields, ModelProblem, TypedColumn, TypedRow } from './columns';
import type { SpecCell } from './layerRow';
import { isWithoutBias, LAYER_WORDS, layerOf, LOSS_WORDS, lossOf } from './words';

/** A network as read from its model table. */
export interface ParsedModel {
  /** The layers up to the first invalid one; undefined without an input size or layers. */
  readonly network?: NetworkSpec;
  /** Initial weights by parameter name, where the table names an initialiser. */
  readonly initial: Readonly<Record<string, Initial>>;
  /** For each layer of the network its row in the table: rows may be blank. */
  readonly rows: readonly number[];
  readonly problems: readonly ModelProblem[];
}

/** Reads a model table. Does not throw: everything wrong is in `problems`, in order. */
export function parseModel(fields: ModelFields, rows: readonly TypedRow[]): ParsedModel {
  const problems: ModelProblem[] = [];
  const field = <T>(column: ModelField, read: (value: unknown) => T): T | undefined =>
    caught(problems, { column }, () => read(fields[column]));
  const input = {
    channels: field('Channels', (value) => wholeIn(value, 'The number of channels')),
    height: field('Height', (value) => wholeIn(value, 'The height of an image')),
    width: field('Width', (value) => wholeIn(value, 'The width of an image')),
  };
  const loss = field('Loss', (value) => {
    const word = lossOf(value);
    if (word) return word;
    throw new CellFault(`The loss is ${shown(value)}; choose one of ${LOSS_WORDS.join(', ')}.`);
  });
  const { layers, initial, places } = layersIn(rows, problems);
  if (!input.channels || !input.height || !input.width || layers.length === 0) {
    if (layers.length === 0 && problems.length === 0)
      problems.push({
        row: 0,
        column: 'Layer',
        message: 'The table has no layers; choose one in its first row.',
      });
    return { initial, rows: places, problems };
  }
  const size = { channels: input.channels, height: input.height, width: input.width };
  const whole: NetworkSpec = { input: size, layers, loss: loss ?? 'softmaxCrossEntropy' };
  const network = possiblePart(whole, places, problems);
  return { network, initial, rows: places, problems };
}

interface Layers {
  readonly layers: LayerSpec[];
  readonly initial: Record<string, Initial>;
  readonly places: number[];
}

/** The layers up to the first that cannot be read. */
function layersIn(rows: readonly TypedRow[], problems: ModelProblem[]): Layers {
  const layers: LayerSpec[] = [];
  const initial: Record<string, Initial> = {};
  const places: number[] = [];
  for (const [row, cells] of rows.entries()) {
    if (Object.values(cells).every((cell) => cell === '')) continue;
    const before = problems.length;
    const layer = layerIn(cells, row, layers, problems);
    const start = caught(problems, { row, column: 'Initialiser' }, () => initialIn(cells.Initialiser));
    if (!layer || problems.length > before) break;
    layers.push(layer);
    places.push(row);
    const { initialised } = layerKindOf(layer).table;
    if (start && initialised) initial[`${layer.name}.${initialised}`] = start;
  }
  return { layers, initial, places };
}

function layerIn(
  cells: TypedRow,
  row: number,
  before: readonly LayerSpec[],
  problems: ModelProblem[],
): LayerSpec | undefined {
  const read = <T>(column: TypedColumn, work: (value: unknown) => T): T =>
    caught(problems, { row, column }, () => work(cells[column])) as T;
  const type = read('Layer', (value) => {
    const known = layerOf(value);
    if (known) return known;
    throw new CellFault(`The layer is ${shown(value)}; choose one of ${LAYER_WORDS.join(', ')}.`);
  });
  if (!type) return undefined;
  const name = read('Name', (value) => String(value).trim() || freeName(type, before));
  const layer: Record<string, unknown> = { type, name };
  if (isWithoutBias(cells.Layer)) layer.bias = false;
  for (const [field, cell] of Object.entries<SpecCell<unknown>>(layerKinds[type].table.fields))
    layer[field] = read(cell.column, (value) => cell.read(value, layer));
  return layer as unknown as LayerSpec;
}

/** "conv1", "conv2", … */
function freeName(type: LayerType, before: readonly LayerSpec[]): string {
  const taken = new Set(before.map(({ name }) => name.toLowerCase()));
  const word = layerKinds[type].table.shortName;
  let count = 1;
  while (taken.has(`${word}${count}`)) count += 1;
  return `${word}${count}`;
}

/**
 * The network up to the first invalid layer; adds what is wrong with that layer, or with the loss, to the
 * problems.
 */
function possiblePart(
  network: NetworkSpec,
  places: readonly number[],
  problems: ModelProblem[],
): NetworkSpec | undefined {
  const { layers } = network;
  const firsts = (count: number) => ({ ...network, layers: layers.slice(0, count) });
  for (let count = 1; count <= layers.length; count++) {
    const fault = faultOf(() => {
      inferLayers(firsts(count));
      checkNames(firsts(count).layers);
    });
    if (!fault) continue;
    problems.unshift({
      row: places[count - 1],
      column: columnOf(layers[count - 1], fault),
      message: fault.message,
    });
    return count > 1 ? firsts(count - 1) : undefined;
  }
  const fault = problems.length ? undefined : faultOf(() => inferShapes(network));
  if (fault) {
    const index = layers.findIndex(({ name }) => name === fault.layer);
    problems.push({
      row: places[index],
      column: index < 0 ? 'Loss' : columnOf(layers[index], fault),
      message: fault.message,
    });
  }
  return network;
}

function faultOf(work: () => unknown): SpecError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
}

/** The column of the field at fault; the column of the layer's kind if the field has no cell. */
function columnOf(layer: LayerSpec, { field }: SpecError): TypedColumn {
  if (field === 'name') return 'Name';
  const fields: Readonly<Record<string, { column: TypedColumn } | undefined>> =
    layerKindOf(layer).table.fields;
  return fields[field]?.column ?? 'Layer';
}

function caught<T>(
  problems: ModelProblem[],
  { row, column }: Pick<ModelProblem, 'row' | 'column'>,
  work: () => T,
): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    problems.push({ row, column, message: error.message });
    return undefined;
  }
}
