// The worksheet formulas of a notebook: what the engine computes, as one would type it into cells. What is
// specific to a kind of layer, activation, loss, optimiser or schedule is in kinds. Imports: engine, sheet,
// layout (names of blocks), kinds.
import { inferShapes } from '../../engine/shapes';
import { hasOwnFormulas, isParameter, valueCount, type Block } from '../sheet/block';
import { layerKindOf } from '../kinds/layers';
import { lossKinds } from '../kinds/losses';
import type { UnitCells } from '../kinds/losses/lossKind';
import { optimiserKinds } from '../kinds/optimisers';
import { scheduleKinds } from '../kinds/schedules';
import { NAMES } from '../layout/outputs';
import { blocksByName, type Layout } from '../sheet/layout';
import type { PlannedBlock, SheetKey } from '../sheet/plan';
import type { SettingKey, Settings } from '../sheet/settings';
import type { NotebookSpec } from '../sheet/spec';
import { ValueCells } from '../sheet/valueCells';
import { activated } from './activations';
import {
  formula,
  inA1,
  LONGEST_FORMULA,
  ofBatch,
  StaysValues,
  type Formula,
  type Home,
  type Reference,
} from './formula';
import { areaOf, axis } from './grid';
import { allOf, positionIn, settingCell, type LayerCells, type NotebookCells } from './layerCells';
import { layerCells } from './layers';
import { predictedOf } from './predicted';

/** Blocks that the notebook itself counts or writes, and no formula can compute. */
const KEPT: ReadonlySet<string> = new Set([
  NAMES.step,
  NAMES.optimiserStep,
  NAMES.epoch,
  NAMES.data,
  NAMES.message,
]);

/** Whether a block of this sheet is computed from other cells, rather than typed, counted or remembered. */
export function isComputed(key: SheetKey, block: PlannedBlock): boolean {
  const { editable, name } = block;
  if (key === 'values' && hasOwnFormulas(block)) return false;
  return !editable && !KEPT.has(name) && !NEVER_FORMULAS.has(key);
}

/** What the add-in remembers stands in no cells to compute it from. */
const NEVER_FORMULAS: ReadonlySet<SheetKey> = new Set(['velocities', 'secondMoments', 'changes']);

/** The worksheet formulas of a notebook: what the engine computes, as one would type it into cells. */
export class Formulas {
  private readonly notebook: NotebookCells;
  private readonly layers: readonly LayerCells[];

  /**
   * @param settings some determine which formulas there are: optimiser, schedule, batch size, mode
   * @param placeOf the cells of a block now
   * @param nameOf the present name of a sheet
   */
  constructor(
    private readonly spec: NotebookSpec,
    layout: Layout,
    settings: Settings,
    placeOf: NotebookCells['placeOf'],
    private readonly nameOf: Home['nameOf'],
  ) {
    const blocks = blocksByName(layout);
    const valueCells = new ValueCells(layout);
    this.notebook = { valueCells, settings, placeOf, blockNamed: (name) => blocks.get(name)! };
    let input = 'input';
    this.layers = inferShapes(spec.network).map((shape, index) => {
      const layer = layerCells(this.notebook, spec.network.layers[index], shape, input);
      // A flatten layer without cells only renumbers those before it.
      if (valueCells.blocksOf(shape.name).length) input = shape.name;
      return layer;
    });
  }

  /**
   * A formula for each value of a block, row by row.
   *
   * @throws StaysValues with the reason, if there is none
   */
  of(key: SheetKey, block: Block): Formula[] {
    const formulas = Array.from({ length: valueCount(block) }, (_, within) =>
      this.formulaFor(key, block, block.source.offset + within),
    );
    const home: Home = { key, ...this.notebook.placeOf(key, block), nameOf: this.nameOf };
    const longest = Math.max(...formulas.map((each) => inA1(each, home).length));
    if (longest > LONGEST_FORMULA)
      throw new StaysValues(
        `a formula would have ${longest.toLocaleString('en-US')} characters, and Excel accepts 8,192`,
      );
    return formulas;
  }

  private formulaFor(key: SheetKey, block: Block, index: number): Formula {
    switch (key) {
      case 'values':
        return this.value(block, index);
      case 'gradients':
        return this.gradient(block, index);
      case 'next':
        return this.nextWeight(block, index);
      case 'rotated':
        return this.rotated(block, index);
      default:
        throw new StaysValues('no other cell determines it');
    }
  }

  private value(block: Block, index: number): Formula {
    const { kind, tensor } = block.source;
    if (block.name === NAMES.probability) return this.loss.probability(this.unit(index));
    if (block.name === NAMES.loss) return this.loss.loss(this.unit(0));
    if (kind === 'status') return this.status(block);
    if (kind === 'auxiliary') {
      const layer = this.layerOf(tensor);
      return layerKindOf(layer.spec).formulas.auxiliary!(
        layer,
        tensor.slice(layer.spec.name.length + 1),
        index,
      );
    }
    if (kind !== 'activation') throw new StaysValues('no other cell determines it');
    if (this.isCopy(block)) return formula`${this.mapCell('values', tensor, index)}`;
    return this.output(this.layerOf(tensor), index);
  }

  private output(layer: LayerCells, index: number): Formula {
    const { height, width } = layer.shape.output;
    const size = height * width;
    return activated(layer, Math.floor(index / size), (channel) =>
      layer.sumAt(channel * size + (index % size)),
    );
  }

  private get loss() {
    return lossKinds[this.spec.network.loss].formulas;
  }

  private gradient(block: Block, index: number): Formula {
    const { tensor } = block.source;
    if (block.name === NAMES.loss) return formula`1/${settingCell(this.notebook, 'batchSize')}`;
    if (isParameter(block)) return this.parameterGradient(block, index);
    const { notebook } = this;
    const copy = notebook.valueCells.blocksOf(tensor).find((each) => this.isCopy(each));
    if (copy && copy !== block) {
      const at = axis(index, 1);
      const cells = { key: 'gradients', block: copy, place: notebook.placeOf('gradients', copy) } as const;
      return formula`${areaOf({ ...cells, rows: at, columns: axis(0, 1), fixed: false })}`;
    }
    const consumer = this.layers.find(
      (layer) => layer.input === tensor && notebook.valueCells.blocksOf(layer.spec.name).length,
    );
    if (!consumer || copy) return this.loss.logitGradient(this.unit(index));
    const { height, width } = consumer.shape.input;
    return layerKindOf(consumer.spec).formulas.inputGradient(consumer, ...positionIn(height, width, index));
  }

  private parameterGradient({ source: { tensor } }: Block, index: number): Formula {
    const { batchSize } = this.notebook.settings;
    if (batchSize > 1) throw new StaysValues(ofBatch(batchSize));
    const layer = this.layerOf(tensor);
    const word = tensor.slice(layer.spec.name.length + 1);
    return layerKindOf(layer.spec).formulas.parameterGradient!(layer, word, index);
  }

  private nextWeight(block: Block, index: number): Formula {
    const { settings } = this.notebook;
    const at = (key: SheetKey) => this.cellOf(key, block, index);
    const setting = (key: SettingKey) => settingCell(this.notebook, key);
    return optimiserKinds[settings.optimiser].nextWeight({
      weight: at('values'),
      gradient: at('gradients'),
      // Only for optimisers that use this memory: for others the sheet may not exist.
      get velocity() {
        return at('velocities');
      },
      get square() {
        return at('secondMoments');
      },
      rate: this.named(NAMES.rateNow),
      momentum: setting('momentum'),
      beta1: setting('beta1'),
      beta2: setting('beta2'),
      decay: setting('decay'),
      epsilon: setting('epsilon'),
      weightDecay: setting('weightDecay'),
      steps: this.named(NAMES.optimiserStep),
      decays: settings.weightDecay > 0,
    });
  }

  /** The formula of the same weight in the filter rotated by 180°. */
  private rotated(block: Block, index: number): Formula {
    const last = 2 * block.source.offset + valueCount(block) - 1;
    return formula`${this.cellOf('values', block, last - index)}`;
  }

  private status({ name }: Block): Formula {
    const { settings } = this.notebook;
    if (name === NAMES.rateNow) {
      const setting = (key: SettingKey) => settingCell(this.notebook, key);
      return scheduleKinds[settings.schedule].rateNow({
        rate: setting('learningRate'),
        factor: setting('factor'),
        every: setting('every'),
        length: setting('length'),
        step: this.named(NAMES.step),
      });
    }
    if (name === NAMES.predicted) {
      const block = this.notebook.blockNamed(NAMES.probability);
      const each = Array.from({ length: valueCount(block) }, (_, unit) => this.unit(unit).probability);
      return predictedOf(this.spec, allOf(this.notebook, 'values', block), each);
    }
    if (name === NAMES.batchLoss && settings.batchSize === 1) return formula`${this.named(NAMES.loss)}`;
    if (name === NAMES.batchLoss) throw new StaysValues(ofBatch(settings.batchSize));
    throw new StaysValues('no other cell determines it');
  }

  /** The cells of a unit around the loss. */
  private unit(index: number): UnitCells {
    const { notebook } = this;
    const logits = this.logitsBlock();
    const target = notebook.blockNamed(NAMES.target);
    const probability = notebook.blockNamed(NAMES.probability);
    return {
      logits: allOf(notebook, 'values', logits),
      target: allOf(notebook, 'values', target),
      units: valueCount(logits),
      logit: this.cellOf('values', logits, index),
      wanted: this.cellOf('values', target, index),
      probability: this.cellOf('values', probability, index),
      share: {
        ...this.named(NAMES.loss),
        key: 'gradients',
        rect: notebook.placeOf('gradients', notebook.blockNamed(NAMES.loss)),
      },
    };
  }

  /** The numbers that the loss compares with the target, always in a column. */
  private logitsBlock(): Block {
    const last = this.layers.at(-1)!.spec.name;
    const tensor = this.notebook.valueCells.blocksOf(last).length ? last : this.layers.at(-1)!.input;
    return this.notebook.valueCells.blocksOf(tensor).at(-1)!;
  }

  /** Whether maps of one number each are written out in a column for the loss. */
  private isCopy(block: Block): boolean {
    const blocks = this.notebook.valueCells.blocksOf(block.source.tensor);
    return (
      blocks.length > 1 &&
      block === blocks.at(-1) &&
      block.source.offset === 0 &&
      block.source.kind === 'activation'
    );
  }

  private mapCell(key: SheetKey, tensor: string, index: number): Reference {
    const cell = this.notebook.valueCells.find(tensor, index)!;
    return this.cellOf(key, cell.block, index);
  }

  /** The cell of number `index` of a block's tensor. */
  private cellOf(key: SheetKey, block: Block, index: number): Reference {
    const columns = Math.ceil(block.rect.columns / block.jump);
    const within = index - block.source.offset;
    const place = this.notebook.placeOf(key, block);
    const [rows, across] = [axis(Math.floor(within / columns), 1), axis(within % columns, 1)];
    return areaOf({ key, block, place, rows, columns: across, fixed: false });
  }

  private named(name: string): Reference {
    return allOf(this.notebook, 'values', this.notebook.blockNamed(name));
  }

  private layerOf(tensor: string): LayerCells {
    const name = tensor.split('.')[0];
    return this.layers.find(({ spec }) => spec.name === name)!;
  }
}
