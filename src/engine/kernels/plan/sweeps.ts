import { activationFor } from '../../activations';
import type { LayerShape } from '../../layerShape';
import { activationOf, layerFor } from '../../layers';
import type { Layer } from '../../layers/layer';
import type { LayerSpec, NetworkSpec } from '../../spec';
import { denseLayout, paddedLayout, rowOf, type Layout } from './planes';

/**
 * A convolution of stride 2 is swept with stride 1 and three quarters of the outputs are dropped: four times
 * the work, and still two to three times faster than the plain layer. With larger strides, along rows or
 * columns, the plain layer is as fast.
 */
const MAX_STRIDE = 2;

/** Below this many positions the plain layer is as fast. */
const MIN_POSITIONS = 16;

/**
 * Which layers of a network are swept by kernels, and the memory layout of their maps. Layers are identified
 * by position.
 */
export class Sweeps {
  constructor(
    private readonly spec: NetworkSpec,
    private readonly shapes: readonly LayerShape[],
  ) {}

  /** Whether this layer is a convolution that the kernels compute. */
  isSwept(at: number): boolean {
    const layer = this.spec.layers[at];
    if (!layer || !isConvolution(layer)) return false;
    const { input, output, pads, kernel, stride } = this.shapes[at];
    return (
      Math.max(stride.rows, stride.columns) <= MAX_STRIDE &&
      Math.max(pads.top, pads.bottom) < kernel.height &&
      Math.max(pads.left, pads.right) < kernel.width &&
      output.height * output.width >= MIN_POSITIONS &&
      input.height * input.width >= MIN_POSITIONS
    );
  }

  /** Whether a max pool follows that is fused with this convolution. */
  poolsAfter(at: number): boolean {
    const next = this.spec.layers[at + 1];
    if (!next || kernelFor(next) !== 'max pool' || !isFused(this.spec.layers[at]) || !this.keepsAll(at))
      return false;
    const { stride, pads, kernel } = this.shapes[at + 1];
    const isBare = Object.values(pads).every((pad) => pad === 0);
    return kernel.height === 2 && kernel.width === 2 && stride.rows === 2 && stride.columns === 2 && isBare;
  }

  /** Whether the swept planes are the layer's output as they are, so that a convolution can follow in place. */
  leavesPlanes(at: number): boolean {
    return isFused(this.spec.layers[at]) && this.keepsAll(at) && !this.poolsAfter(at);
  }

  /** Whether no position of the sweep is skipped by a stride. */
  private keepsAll(at: number): boolean {
    const { rows, columns } = this.shapes[at].stride;
    return rows === 1 && columns === 1;
  }

  /** Layout of the maps that the first convolution of a resolution reads. */
  layoutFor(at: number): Layout {
    const { input, pads } = this.shapes[at];
    const row = this.widestRow(at);
    const bare = Object.values(pads).every((pad) => pad === 0) && row === input.width;
    return bare ? denseLayout(input) : paddedLayout(input, pads, row);
  }

  /** The widest row needed by this convolution and by those that follow at the same resolution. */
  private widestRow(at: number): number {
    const { input, pads } = this.shapes[at];
    const own = rowOf(input, pads);
    const continues = this.leavesPlanes(at) && this.isSwept(at + 1);
    return continues ? Math.max(own, this.widestRow(at + 1)) : own;
  }
}

/** Which kernel can compute a layer; undefined for the plain ones. */
export function kernelFor(layer: LayerSpec): Layer<LayerSpec>['inKernels'] {
  return layerFor(layer).inKernels;
}

/** Whether the convolution kernels apply the layer's activation, or it has none. */
export function isFused(layer: LayerSpec): boolean {
  return activationOf(layer) === 'none' || rectifies(layer);
}

export function rectifies(layer: LayerSpec): boolean {
  const activation = activationOf(layer);
  return activation !== 'none' && activationFor[activation].inKernels === 'rectify';
}

function isConvolution(layer: LayerSpec): boolean {
  return kernelFor(layer) === 'convolution' || kernelFor(layer) === 'depthwise convolution';
}
