/** `[channels, height, width]` of one image; what flatten and dense make is `{ channels: n, height: 1, width: 1 }`. */
export interface Shape {
  channels: number;
  height: number;
  width: number;
}

/** What a layer makes of its input, and what it learns: all that can be told without computing anything. */
export interface LayerShape {
  name: string;
  input: Shape;
  output: Shape;
  /** Rows and columns of padding around the input. */
  pads: Pads;
  /** Rows and columns of input from one output to the next; 1 where the layer has no map. */
  stride: number;
  /** Rows and columns from one tap of a kernel to the next; 1 where the layer has no map. */
  dilation: number;
  /** Effective kernel size, gaps of a dilated kernel included: dilation · (k − 1) + 1; 1×1 where the layer has no map. */
  kernel: { height: number; width: number };
  /** In the order `filters`, `bias` or `weights`, `bias` or `scale`, `shift`; full names, such as 'conv1.filters'. */
  parameters: Parameter[];
  /** Numbers that are neither learned nor computed of an image, such as 'norm1.running_mean'. */
  state: State[];
}

/** In pixels. */
export interface Pads {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What a layer learns. */
export interface Parameter {
  name: string;
  shape: number[];
  /** Where an input reaches only one in so many of the outputs, as in a depthwise convolution; `fansOf` asks. */
  groups?: number;
  /** Where all of it starts, if that is not left to an initialiser. */
  initial?: number;
}

/** What a layer keeps from step to step without learning it by gradients. */
export interface State {
  name: string;
  shape: number[];
  /** Where all of it starts. */
  initial: number;
}

/** How many numbers a shape holds. */
export function sizeOf(shape: Shape): number {
  return shape.channels * shape.height * shape.width;
}
