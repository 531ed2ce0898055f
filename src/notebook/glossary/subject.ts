import { activationOf } from '../../engine/layers';
import { inferShapes, type LayerShape } from '../../engine/shapes';
import type { Activation, LayerSpecOf, LayerType } from '../../engine/spec';
import type { Block, Role } from '../sheet/block';
import type { Plan, SheetKey } from '../sheet/plan';
import type { Settings } from '../sheet/settings';
import type { NotebookSpec } from '../sheet/spec';
import type { Target } from './target';

/** A layer of the notebook with its shape. */
export type ShapedLayer<Type extends LayerType = LayerType> = {
  [Each in Type]: LayerSpecOf<Each> & { readonly shape: LayerShape };
}[Type];

/** The open notebook for the glossary, and the layer asked about, if any. */
export class Subject {
  readonly spec: NotebookSpec;
  readonly layers: readonly ShapedLayer[];

  constructor(
    readonly plan: Plan,
    readonly settings: Settings,
    readonly layer?: string,
  ) {
    this.spec = plan.spec;
    const shapes = inferShapes(plan.spec.network);
    this.layers = plan.spec.network.layers.map((layer, index) => ({ ...layer, shape: shapes[index] }));
  }

  /** All layers of the given kinds. */
  all<Type extends LayerType>(...types: Type[]): ShapedLayer<Type>[] {
    return this.layers.filter(({ type }) => types.includes(type as Type)) as ShapedLayer<Type>[];
  }

  /** The layer asked about if it is one of these, otherwise the first of them. */
  pick<L extends ShapedLayer>(layers: readonly L[]): L | undefined {
    return layers.find(({ name }) => name === this.layer) ?? layers[0];
  }

  /** The layers with an activation. */
  activatedBy(activation: Activation): ShapedLayer[] {
    return this.layers.filter((layer) => 'activation' in layer && activationOf(layer) === activation);
  }

  /** How many numbers the loss compares with the target. */
  get unitsOfLoss(): number {
    return this.layers[this.layers.length - 1].shape.output.channels;
  }

  /** The blocks of a layer, or those of them that have one of these roles. */
  blocksOf(layer: { readonly name: string } | undefined, ...roles: Role[]): Block[] {
    if (!layer) return [];
    const { blocks } = this.plan.layout;
    return blocks.filter(
      ({ name, role }) => name.startsWith(`${layer.name}.`) && (roles.length === 0 || roles.includes(role)),
    );
  }

  /** The blocks that a layer reads: the image, or outputs of other layers. */
  readBy(layer: { readonly name: string } | undefined): Block[] {
    const reads = new Set(this.blocksOf(layer).flatMap((block) => block.reads));
    const own = new Set(this.blocksOf(layer).map(({ name }) => name));
    return this.plan.layout.blocks.filter(
      ({ name, role }) => reads.has(name) && !own.has(name) && (role === 'map' || role === 'input'),
    );
  }

  /** The cells of some blocks, as far as they are on the sheet. */
  target(blocks: readonly (Block | undefined)[], sheet: SheetKey = 'values'): Target | undefined {
    const there = new Set(this.plan.sheets[sheet].blocks.map(({ name }) => name));
    const names = blocks.flatMap((block) => (block && there.has(block.name) ? block.name : []));
    return names.length ? { sheet, blocks: names } : undefined;
  }

  /** The cells of a block that every notebook has, such as "sgd.learning_rate". */
  named(...blocks: string[]): Target {
    return { sheet: 'values', blocks };
  }
}
