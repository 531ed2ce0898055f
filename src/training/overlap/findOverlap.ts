import { inferShapes, type Parameter, type State } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import type { NotebookSpec } from '../../notebook/sheet/spec';
import { channelMeanings, type ChannelMeanings } from './channelMeanings';
import { NEW, type AxisOverlap, type Overlap, type TensorOverlap } from './overlap';

/** The parts of a notebook's spec by which numbers are compared. */
export type Compared = Pick<NotebookSpec, 'network' | 'classes'>;

/**
 * Which numbers of a new network, parameters and state alike, the former one has, too: those of a layer of the same name and
 * kind, for the same outputs and the same inputs. Kernels of another size have none in common.
 */
export function overlapOf(before: Compared, after: Compared): Overlap {
  const known = layersOf(before);
  const overlap = new Map<string, TensorOverlap>();
  for (const [name, layer] of layersOf(after)) {
    const former = known.get(name);
    if (former?.type !== layer.type) continue;
    for (const [tensor, meanings] of layer.tensors) {
      const formerMeanings = former.tensors.get(tensor);
      if (formerMeanings?.length !== meanings.length) continue;
      const axes = meanings.map((each, position) => axisOverlap(formerMeanings[position], each));
      overlap.set(tensor, { axes, indexes: indexesOf(axes) });
    }
  }
  return overlap;
}

/** What each position along an axis of a tensor stands for. */
type AxisMeaning = readonly string[];

/** A layer, with what the axes of its tensors stand for. */
interface MeantLayer {
  readonly type: LayerSpec['type'];
  /** By full name, such as 'conv1.filters'. */
  readonly tensors: ReadonlyMap<string, readonly AxisMeaning[]>;
}

function layersOf(spec: Compared): Map<string, MeantLayer> {
  const meanings = channelMeanings(spec);
  const layers = inferShapes(spec.network).map(({ name, parameters, state }, index): [string, MeantLayer] => {
    const tensors = [...parameters, ...state].map((tensor): [string, AxisMeaning[]] => [
      tensor.name,
      meaningsOf(tensor, meanings[index]),
    ]);
    return [name, { type: spec.network.layers[index].type, tensors: new Map(tensors) }];
  });
  return new Map(layers);
}

/** Tensors are `[outputs]`, or `[outputs, inputs, …kernel]`; each side of a kernel has to be as long as it was. */
function meaningsOf(tensor: Parameter | State, { input, output }: ChannelMeanings): AxisMeaning[] {
  const readsOne = 'groups' in tensor && tensor.groups !== undefined;
  return tensor.shape.map((length, axis) => {
    const channels = axis === 0 ? output : axis === 1 && !readsOne ? input : [];
    if (channels.length === length) return channels;
    return Array.from({ length }, (_, index) => `${index} of ${length}`);
  });
}

function axisOverlap(before: AxisMeaning, after: AxisMeaning): AxisOverlap {
  const positions = new Map(before.map((meaning, position) => [meaning, position]));
  return { from: after.map((meaning) => positions.get(meaning) ?? NEW), former: before.length };
}

function indexesOf(axes: readonly AxisOverlap[]): Int32Array {
  return axes.reduce((indexes, { from, former }) => {
    const finer = new Int32Array(indexes.length * from.length);
    return finer.map((_, at) => {
      const outer = indexes[Math.floor(at / from.length)];
      const inner = from[at % from.length];
      return outer === NEW || inner === NEW ? NEW : outer * former + inner;
    });
  }, Int32Array.of(0));
}
