import type { Network } from '../../engine/network';
import { sizeOfImage } from '../../engine/shapes';
import type { OptimiserName, OptimiserOptions } from '../../engine/optimisers';
import type { NamedArrays } from '../../engine/namedArrays';
import type { Rect } from '../sheet/address';
import { valueCount, valueShape, type Block } from '../sheet/block';
import type { Plan, SheetKey } from '../sheet/plan';
import { scoreWord, type ScoreWord } from '../sheet/scoreWord';
import type { Settings } from '../sheet/settings';
import { ValueCells, type ValueCell } from '../sheet/valueCells';
import type { CellRef, GridCell, NumberGrid, Operand } from './explanation';

/** Everything an explanation needs. */
export interface ExplainContext {
  readonly plan: Plan;
  readonly numbers: Numbers;
  /** The block's cells now; undefined if they are gone or have another size. */
  placeOf(key: SheetKey, block: Block): Rect | undefined;
  /** Computes the hidden layers of the images that the page does not show, unless that is done. */
  revealBatch(): void;
  /** The initial weights of the seed. */
  firstWeights(): NamedArrays;
  /** The last step, if it was recorded. */
  readonly lastStep?: TakenStep;
}

/** The numbers of a notebook, as its trainer has them. */
export interface Numbers {
  readonly network: Network;
  readonly settings: Settings;
  readonly step: number;
  readonly optimiserStep: number;
  readonly nextLearningRate: number;
  readonly batchLoss: number;
  valuesFor(key: SheetKey, block: Block): ArrayLike<number>;
  /** What the numbers of a block are compared with on the sheet of changes. */
  before(block: Block): ArrayLike<number>;
  textFor(block: Block): string;
}

/** What an optimiser step was computed from; all numbers are from before the step. */
export interface TakenStep {
  readonly optimiser: OptimiserName;
  readonly options: OptimiserOptions;
  /** Number of the step, from 1, as the optimiser counts it. */
  readonly t: number;
  readonly parameters: NamedArrays;
  readonly gradients: NamedArrays;
  readonly velocities: NamedArrays;
  readonly secondMoments: NamedArrays;
}

/** The notebook during an explanation: its numbers by tensor and index, and the cells that show them. */
export class Scene {
  readonly valueCells: ValueCells;

  constructor(readonly context: ExplainContext) {
    this.valueCells = new ValueCells(context.plan.layout);
  }

  get network(): Network {
    return this.context.numbers.network;
  }

  /** The layer whose outputs the loss compares with the target. */
  get logitsTensor(): string {
    return this.network.spec.layers.at(-1)!.name;
  }

  /** What one of these outputs is called. */
  get scoreWord(): ScoreWord {
    return scoreWord(this.network.spec.loss);
  }

  /** Position in the spec of the layer of that name; −1 for the image. */
  positionOf(tensor: string): number {
    return this.network.spec.layers.findIndex(({ name }) => name === tensor);
  }

  /** All numbers of a tensor, or their gradients; of image `n` if each image has its own. */
  numbersOf(key: 'values' | 'gradients', tensor: string, n = 0): Float64Array {
    const { network } = this;
    const shared =
      key === 'values'
        ? (network.parameters.get(tensor) ?? network.state.get(tensor))
        : network.gradients.get(tensor);
    if (shared) return shared;
    if (n > 0) this.context.revealBatch();
    const all = key === 'values' ? this.batchOf(tensor) : network.activationGradients.get(tensor);
    if (!all) throw new Error(`The network has no ${key} of ${tensor}.`);
    const size = sizeOfImage(network, tensor) ?? this.sizeOnPage(tensor) ?? all.length / network.batchSize;
    // The same for all images of the batch.
    if (all.length === size) return all;
    return all.subarray(n * size, (n + 1) * size);
  }

  /**
   * The cell that shows a number of the image on the page. A flatten layer without cells refers to those
   * before it.
   */
  cellOf(key: SheetKey, tensor: string, index: number): CellRef | undefined {
    const found = this.valueCells.find(this.shown(tensor), index);
    return found && this.cellAt(key, found);
  }

  cellAt(key: SheetKey, { block, row, column }: ValueCell): CellRef | undefined {
    const place = this.context.placeOf(key, block);
    return place && { key, row: place.row + row * block.jump, column: place.column + column * block.jump };
  }

  /** A number of the network, of the image on the page. */
  operand(key: 'values' | 'gradients', tensor: string, index: number, label?: string): Operand {
    return {
      label: label ?? this.nameOf(tensor, index),
      value: this.numbersOf(key, tensor)[index],
      cell: this.cellOf(key, tensor, index),
    };
  }

  /** The position of a number in its tensor: "map 2, row 3, column 4". */
  nameOf(tensor: string, index: number): string {
    const found = this.valueCells.find(this.shown(tensor), index);
    return found ? shortName(found) : `number ${index + 1}`;
  }

  /** A grid of numbers; −1 stands for the padding. */
  grid(
    title: string,
    key: 'values' | 'gradients',
    tensor: string,
    indexes: readonly (readonly number[])[],
  ): NumberGrid {
    const numbers = this.numbersOf(key, tensor);
    const rows = indexes.map((row) =>
      row.map((index): GridCell =>
        index < 0
          ? { value: 0, outside: true }
          : { value: numbers[index], cell: this.cellOf(key, tensor, index) },
      ),
    );
    const seen = indexes.flat().find((index) => index >= 0);
    return { title, rows, colours: seen === undefined ? undefined : this.coloursOf(key, tensor, seen) };
  }

  /** The tensor whose cells show the numbers of this one. */
  shown(tensor: string): string {
    const { layers } = this.network.spec;
    let index = this.positionOf(tensor);
    while (index >= 0 && this.valueCells.blocksOf(layers[index].name).length === 0) index -= 1;
    return index < 0 ? (layers.some(({ name }) => name === tensor) ? 'input' : tensor) : layers[index].name;
  }

  /** The class of a unit, in a vector with one number per class. */
  classNamed(unit: number): string | undefined {
    return this.context.plan.spec.classes[unit];
  }

  /** How many numbers of a tensor the page shows; undefined if none. */
  private sizeOnPage(tensor: string): number | undefined {
    const blocks = this.valueCells.blocksOf(tensor);
    return blocks.length ? blocks.reduce((sum, block) => sum + valueCount(block), 0) : undefined;
  }

  private batchOf(tensor: string): Float64Array | undefined {
    const { network } = this;
    if (tensor === 'input') return network.input;
    if (tensor === 'target') return network.target;
    if (tensor === 'loss') return network.losses;
    return network.activations.get(tensor) ?? network.auxiliary.get(tensor);
  }

  /** The colour scale of the block that shows a number, from its smallest number to its largest. */
  private coloursOf(key: 'values' | 'gradients', tensor: string, index: number): NumberGrid['colours'] {
    const found = this.valueCells.find(this.shown(tensor), index);
    const planned =
      found && this.context.plan.sheets[key].blocks.find(({ name }) => name === found.block.name);
    if (!planned?.scale) return undefined;
    const numbers = this.numbersOf(key, tensor);
    const { rows, columns } = valueShape(planned);
    const { offset } = planned.source;
    let [low, high] = [Infinity, -Infinity];
    for (let i = offset; i < offset + rows * columns; i++) {
      low = Math.min(low, numbers[i]);
      high = Math.max(high, numbers[i]);
    }
    return { scale: planned.scale, low, high };
  }
}

/** "row 3, column 4 of 26×26", "number 2 of 10"; nothing for a block of one cell. */
export function positionIn({ block, row, column }: ValueCell): string {
  const { rows, columns } = valueShape(block);
  if (rows * columns === 1) return '';
  if (columns === 1) return `number ${row + 1} of ${rows}`;
  return `row ${row + 1}, column ${column + 1} of ${rows}×${columns}`;
}

/** "map 2, row 3, column 4": without the layer, which the context names. */
function shortName({ block, row, column }: ValueCell): string {
  const { rows, columns } = valueShape(block);
  const [, ...words] = block.title.split(', ');
  const what = words.join(', ') || block.title;
  if (rows * columns === 1) return what;
  return columns === 1 ? `number ${row + 1}` : `${what}, row ${row + 1}, column ${column + 1}`;
}
