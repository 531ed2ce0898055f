/**
 * `[channels, height, width]` of one image; flatten and dense output `{ channels: n, height: 1, width: 1 }`.
 */
export interface Shape {
  channels: number;
  height: number;
  width: number;
}

/** Shapes, windows and parameters of a layer: everything known without computing a number. */
export interface LayerShape {
  name: string;
  input: Shape;
  output: Shape;
  /** Rows and columns of padding around the input. */
  pads: Pads;
  /** How far apart neighbouring windows are, in rows and in columns; 1 for layers without windows. */
  stride: { rows: number; columns: number };
  /** Dilation in rows and columns; 1 for layers without windows. */
  dilation: number;
  /**
   * Effective kernel size, gaps of a dilated kernel included: dilation · (k − 1) + 1; 1×1 for layers without
   * windows.
   */
  kernel: { height: number; width: number };
  /** In the order `filters`, `bias` or `weights`, `bias` or `scale`, `shift`; full names, such as 'conv1.filters'. */
  parameters: Parameter[];
  /** Numbers that persist between steps but are not learned, such as 'norm1.running_mean'. */
  state: State[];
}

/** Padding on each side, in pixels. */
export interface Pads {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A tensor that a layer learns. */
export interface Parameter {
  name: string;
  shape: number[];
  /** Each input reaches only 1/groups of the outputs, as in a depthwise convolution; see `fansOf`. */
  groups?: number;
  /** The initial value of all its numbers, where that is not left to an initialiser. */
  initial?: number;
}

/** A tensor that a layer updates from step to step, but not by gradients. */
export interface State {
  name: string;
  shape: number[];
  /** The initial value of all its numbers. */
  initial: number;
}

/** Number of elements of a shape. */
export function sizeOf(shape: Shape): number {
  return shape.channels * shape.height * shape.width;
}
