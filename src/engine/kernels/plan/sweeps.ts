import { activationFor } from '../../activations';
import type { LayerShape } from '../../layerShape';
import { activationOf, layerFor } from '../../layers';
import type { Layer } from '../../layers/layer';
import type { LayerSpec, NetworkSpec } from '../../spec';
import { denseLayout, paddedLayout, rowOf, type Layout } from './planes';

/**
 * A stride of 2 is swept as one of 1, of which a quarter is kept: four times the work, and still two to three times as fast as
 * the plain layer. Beyond that the plain layer is as fast.
 */
const MOST_STRIDE = 2;

/** A sweep writes at least as many positions, or the plain layer is as fast. */
const LEAST_POSITIONS = 16;

/** Which layers of a network kernels sweep, and how their maps must lie in memory; layers by their position. */
export class Sweeps {
  constructor(
    private readonly spec: NetworkSpec,
    private readonly shapes: readonly LayerShape[],
  ) {}

  /** Is this a convolution for the kernels? */
  isSwept(at: number): boolean {
    const layer = this.spec.layers[at];
    if (!layer || !isConvolution(layer)) return false;
    const { input, output, pads, kernel, stride } = this.shapes[at];
    return (
      stride <= MOST_STRIDE &&
      Math.max(pads.top, pads.bottom) < kernel.height &&
      Math.max(pads.left, pads.right) < kernel.width &&
      output.height * output.width >= LEAST_POSITIONS &&
      input.height * input.width >= LEAST_POSITIONS
    );
  }

  /** Does a max pool follow that goes together with the convolution? */
  poolsAfter(at: number): boolean {
    const next = this.spec.layers[at + 1];
    if (!next || usedAs(next) !== 'max pool' || !isFused(this.spec.layers[at]) || this.shapes[at].stride > 1)
      return false;
    const { stride, pads, kernel } = this.shapes[at + 1];
    const isBare = Object.values(pads).every((pad) => pad === 0);
    return kernel.height === 2 && kernel.width === 2 && stride === 2 && isBare;
  }

  /** Does a convolution that follows read just what this one sweeps? */
  leavesPlanes(at: number): boolean {
    return isFused(this.spec.layers[at]) && this.shapes[at].stride === 1 && !this.poolsAfter(at);
  }

  /** How the maps lie that the first convolution of a resolution reads. */
  layoutFor(at: number): Layout {
    const { input, pads } = this.shapes[at];
    const row = this.widestRow(at);
    const bare = Object.values(pads).every((pad) => pad === 0) && row === input.width;
    return bare ? denseLayout(input) : paddedLayout(input, pads, row);
  }

  /** The widest row of this convolution and of those that follow at the same resolution. */
  private widestRow(at: number): number {
    const { input, pads } = this.shapes[at];
    const own = rowOf(input, pads);
    const continues = this.leavesPlanes(at) && this.isSwept(at + 1);
    return continues ? Math.max(own, this.widestRow(at + 1)) : own;
  }
}

/** What the kernels can compute of a layer, by what its kind says. */
export function usedAs(layer: LayerSpec): Layer<LayerSpec>['inKernels'] {
  return layerFor(layer).inKernels;
}

/** Do the kernels of convolution apply its activation, if any? */
export function isFused(layer: LayerSpec): boolean {
  return activationOf(layer) === 'none' || rectifies(layer);
}

export function rectifies(layer: LayerSpec): boolean {
  const activation = activationOf(layer);
  return activation !== 'none' && activationFor[activation].inKernels === 'rectify';
}

function isConvolution(layer: LayerSpec): boolean {
  return usedAs(layer) === 'convolution' || usedAs(layer) === 'depthwise convolution';
}
