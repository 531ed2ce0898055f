import { Planes } from './planes';
import { Sweep } from './sweep';
import { Flag } from './vector';

/** What becomes of the planes that a convolution has swept. */
export const enum Ending {
  /** They stand where they are read. */
  Planes,
  /** They go through a max pool of 2×2. */
  Pool,
  /** Their rows, or some of them, are moved together. */
  Crop,
}

/**
 * A convolution over planes with their zeros around them. All planes of one resolution share a row stride, so
 * that a plane can be swept as if it were one row; distances are in bytes. convStage.ts fills it.
 */
@unmanaged
export class Conv {
  /** Padded: `first` is the first number of the padding. */
  input: Planes;
  /** Of the same shape; `wantsInputGradient` says whether anybody reads it. */
  inputGradient: Planes;
  wantsInputGradient: Flag;
  /** From the first number of the padding to that of the map. */
  origin: usize;
  channels: i32;
  height: i32;
  width: i32;
  filters: i32;
  /** Of what is swept. */
  rows: i32;
  columns: i32;
  /** With a crop: only every so many-th row and column of what is swept is an output. */
  stride: i32;
  /** One filter for each channel, which reads that channel alone. */
  depthwise: Flag;
  relu: Flag;
  ending: Ending;
  forward: Sweep;
  /** `[filters, taps]`, as the network has them, and in the order in which they are swept. */
  weights: usize;
  packed: usize;
  bias: usize;
  output: Planes;
  outputGradient: Planes;
  /** Room for the planes of filters that go together. */
  scratch: usize;
  /** Of a pool: int32 for each output. */
  winners: usize;
  weightGradients: usize;
  biasGradients: usize;
  /** dL/d of the swept planes of one image, with zeros around each. */
  slopes: usize;
  slopePlane: i32;
  backward: Sweep;
  /** `[channels, filters·taps]` in the order in which they are swept, and as many zeros as channels for a bias. */
  rotated: usize;
  zeros: usize;
}
