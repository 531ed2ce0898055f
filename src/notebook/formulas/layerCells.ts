import type { LayerShape, Shape } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import type { Rect } from '../sheet/address';
import { valueShape, type Block } from '../sheet/block';
import type { SheetKey } from '../sheet/plan';
import { settingFor, type SettingKey, type Settings } from '../sheet/settings';
import type { ValueCells } from '../sheet/valueCells';
import { formula, type Formula, type Reference } from './formula';
import { areaOf, axis, type Axis, type CellGrid } from './grid';

/** What formulas need to know about a notebook. */
export interface NotebookCells {
  readonly valueCells: ValueCells;
  /** Some settings determine which formulas there are. */
  readonly settings: Settings;
  /** The block of a name, such as 'sgd.batch_size'. */
  blockNamed(name: string): Block;
  /** The cells of a block on a sheet now. */
  placeOf(key: SheetKey, block: Block): Rect;
}

/** The cell of a setting. */
export function settingCell({ blockNamed, placeOf }: NotebookCells, key: SettingKey): Reference {
  return { key: 'values', rect: placeOf('values', blockNamed(settingFor(key).name)), fixed: true };
}

/** All values of a block. */
export function allOf({ placeOf }: NotebookCells, key: SheetKey, block: Block): Reference {
  return { key, rect: placeOf(key, block), fixed: true };
}

/** A layer with its cells. Indexes are the engine's: channel, row, column. */
export class LayerCells<Spec extends LayerSpec = LayerSpec> {
  constructor(
    readonly notebook: NotebookCells,
    readonly spec: Spec,
    readonly shape: LayerShape,
    /** The layer whose numbers it reads, the last one with cells, or 'input'. */
    readonly input: string,
    /** The formula of an output number before the activation, by the layer's kind. */
    private readonly sum: (channel: number, row: number, column: number) => Formula,
  ) {}

  /** The formula of output number `index` before the activation, for which there is no cell. */
  sumAt(index: number): Formula {
    const { height, width } = this.shape.output;
    return this.sum(...positionIn(height, width, index));
  }

  /** Index in its tensor of a position in a grid. */
  indexIn({ block, rows, columns }: CellGrid, row: number, column: number): number {
    const across = valueShape(block).columns;
    const [down, right] = [rows.first + row * rows.step, columns.first + column * columns.step];
    return block.source.offset + down * across + right;
  }

  /** One input number of the layer. */
  inputAt(key: SheetKey, index: number): Reference {
    return areaOf(this.grid(key, this.input, index));
  }

  outputAt(key: SheetKey, index: number): Reference {
    return areaOf(this.grid(key, this.spec.name, index));
  }

  /** One of the layer's own numbers, such as the third 'bias', as an absolute reference. */
  own(key: SheetKey, word: string, index: number): Reference {
    return { ...areaOf(this.grid(key, `${this.spec.name}.${word}`, index)), fixed: true };
  }

  /** Values of one input channel; by default all of them. */
  inputGrid(key: SheetKey, channel: number, rows?: Axis, columns?: Axis): CellGrid {
    return this.channelGrid(key, this.input, this.shape.input, channel, rows, columns);
  }

  outputGrid(key: SheetKey, channel: number, rows?: Axis, columns?: Axis): CellGrid {
    return this.channelGrid(key, this.spec.name, this.shape.output, channel, rows, columns);
  }

  /** Values of the block that holds number `index` of a tensor, counted from that number. */
  grid(key: SheetKey, tensor: string, index: number, rows = axis(0, 1), columns = axis(0, 1)): CellGrid {
    const cell = this.notebook.valueCells.find(tensor, index);
    if (!cell) throw new Error(`Number ${index} of ${tensor} stands in no cell.`);
    return {
      key,
      block: cell.block,
      place: this.notebook.placeOf(key, cell.block),
      rows: { ...rows, first: cell.row + rows.first },
      columns: { ...columns, first: cell.column + columns.first },
      fixed: false,
    };
  }

  get isTraining(): Formula {
    return formula`TRIM(${settingCell(this.notebook, 'mode')})="train"`;
  }

  private channelGrid(
    key: SheetKey,
    tensor: string,
    { height, width }: Shape,
    channel: number,
    rows = axis(0, height),
    columns = axis(0, width),
  ): CellGrid {
    return this.grid(key, tensor, channel * height * width, rows, columns);
  }
}

/** Channel, row and column of number `index` of maps of that size. */
export function positionIn(
  height: number,
  width: number,
  index: number,
): [channel: number, row: number, column: number] {
  const within = index % (height * width);
  return [Math.floor(index / (height * width)), Math.floor(within / width), within % width];
}

export function channelsOf({ channels }: Shape): number[] {
  return Array.from({ length: channels }, (_, channel) => channel);
}
