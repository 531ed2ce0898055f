import type { LayerShape, Shape } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import type { Rect } from '../sheet/address';
import type { Block } from '../sheet/block';
import type { SheetKey } from '../sheet/plan';
import { settingFor, type SettingKey, type Settings } from '../sheet/settings';
import type { Spots } from '../sheet/valueCells';
import { formula, type Formula, type Reference } from './formula';
import { areaOf, axis, type Axis, type Grid } from './grid';

/** What formulas need to know of a notebook. */
export interface Surroundings {
  readonly spots: Spots;
  /** Some settings decide which formulas there are. */
  readonly settings: Settings;
  /** The block of a name, such as 'sgd.batch_size'. */
  blockNamed(name: string): Block;
  /** Where a block stands now, on one of the sheets. */
  placeOf(key: SheetKey, block: Block): Rect;
}

/** The cell of a setting. */
export function settingCell({ blockNamed, placeOf }: Surroundings, key: SettingKey): Reference {
  return { key: 'values', rect: placeOf('values', blockNamed(settingFor(key).name)), fixed: true };
}

/** All values of a block. */
export function allOf({ placeOf }: Surroundings, key: SheetKey, block: Block): Reference {
  return { key, rect: placeOf(key, block), fixed: true };
}

/** A layer among its cells. Numbers are counted as the engine counts them: channel, row, column. */
export class LayerPage<Spec extends LayerSpec = LayerSpec> {
  constructor(
    readonly around: Surroundings,
    readonly spec: Spec,
    readonly shape: LayerShape,
    /** Whose numbers the layer reads: the layer before it that has cells, or 'input'. */
    readonly input: string,
  ) {}

  /** One number of what the layer reads. */
  inputAt(key: SheetKey, index: number): Reference {
    return areaOf(this.grid(key, this.input, index));
  }

  outputAt(key: SheetKey, index: number): Reference {
    return areaOf(this.grid(key, this.spec.name, index));
  }

  /** One of the layer's own numbers, such as the third 'bias'; it stays when the formula is filled into other cells. */
  own(key: SheetKey, word: string, index: number): Reference {
    return { ...areaOf(this.grid(key, `${this.spec.name}.${word}`, index)), fixed: true };
  }

  /** Values of a channel of what the layer reads; all of them unless told. */
  inputGrid(key: SheetKey, channel: number, rows?: Axis, columns?: Axis): Grid {
    return this.channelGrid(key, this.input, this.shape.input, channel, rows, columns);
  }

  outputGrid(key: SheetKey, channel: number, rows?: Axis, columns?: Axis): Grid {
    return this.channelGrid(key, this.spec.name, this.shape.output, channel, rows, columns);
  }

  /** Values of the block in which number `index` of a tensor stands, counted from that one. */
  grid(key: SheetKey, tensor: string, index: number, rows = axis(0, 1), columns = axis(0, 1)): Grid {
    const spot = this.around.spots.spotOf(tensor, index);
    if (!spot) throw new Error(`Number ${index} of ${tensor} stands in no cell.`);
    return {
      key,
      block: spot.block,
      place: this.around.placeOf(key, spot.block),
      rows: { ...rows, first: spot.row + rows.first },
      columns: { ...columns, first: spot.column + columns.first },
      fixed: false,
    };
  }

  get isTraining(): Formula {
    return formula`TRIM(${settingCell(this.around, 'mode')})="train"`;
  }

  private channelGrid(
    key: SheetKey,
    tensor: string,
    { height, width }: Shape,
    channel: number,
    rows = axis(0, height),
    columns = axis(0, width),
  ): Grid {
    return this.grid(key, tensor, channel * height * width, rows, columns);
  }
}

/** The same cells wherever the formula is filled to. */
export function fixed(grid: Grid): Grid {
  return { ...grid, fixed: true };
}

export function channelsOf({ channels }: Shape): number[] {
  return Array.from({ length: channels }, (_, channel) => channel);
}
