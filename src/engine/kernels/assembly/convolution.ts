import { Planes } from './planes';
import { Sweep } from './sweep';
import { Flag } from './vector';

/** What happens to a plane after the sweep. */
export const enum Ending {
  /** Nothing: it was written where the next layer reads it. */
  Planes,
  /** 2×2 max pool. */
  Pool,
  /** The wanted rows and columns are moved together: gaps and, with a stride, skipped outputs are removed. */
  Crop,
}

/**
 * A convolution over planes with their zeros around them. All planes of one resolution share a row stride, so
 * that a plane can be swept as one long row. Distances are in bytes. plan/convStage.ts fills this record.
 */
@unmanaged
export class Conv {
  /** With padding: `first` is the address of the first padding number. */
  input: Planes;
  /** dL/d input, in the same layout; computed only if `wantsInputGradient`. */
  inputGradient: Planes;
  wantsInputGradient: Flag;
  /** Bytes from the first padding number to the first number of the map. */
  origin: usize;
  channels: i32;
  height: i32;
  width: i32;
  filters: i32;
  /** Size of the swept plane. */
  rows: i32;
  columns: i32;
  /** With a crop: only every so many rows and columns of the swept plane there is an output. */
  rowStride: i32;
  columnStride: i32;
  /** Whether each channel has one filter, which reads that channel alone. */
  depthwise: Flag;
  relu: Flag;
  ending: Ending;
  forward: Sweep;
  /** `[filters, taps]` as the network stores them, and the same numbers in sweep order. */
  weights: usize;
  packed: usize;
  bias: usize;
  output: Planes;
  outputGradient: Planes;
  /** Room for the planes of the filters that are swept together. */
  scratch: usize;
  /** With a pool, for each output the position of its window's maximum: int32. */
  winners: usize;
  weightGradients: usize;
  biasGradients: usize;
  /** dL/d of the swept planes of one image, each with zeros around it. */
  slopes: usize;
  slopePlane: i32;
  backward: Sweep;
  /** `[channels, filters·taps]` in sweep order, and as many zeros as channels in place of a bias. */
  rotated: usize;
  zeros: usize;
}
