/**
 * A network as plain data: it can be written down as JSON, kept in a workbook's settings, and compared.
 * `inferShapes` says what it makes of an image, `compile` makes it run.
 */
export interface NetworkSpec {
  /** One image, `[channels, height, width]`. */
  input: { channels: number; height: number; width: number };
  /** From the image to the answer; the last layer's output is what the loss judges. */
  layers: LayerSpec[];
  loss: LossName;
}

export type LayerSpec =
  | InputNormSpec
  | Conv2dSpec
  | DepthwiseConv2dSpec
  | MaxPool2dSpec
  | AveragePool2dSpec
  | GlobalAveragePoolSpec
  | BatchNormSpec
  | DropoutSpec
  | FlattenSpec
  | DenseSpec;

/** Each channel less a mean and divided by a deviation, both given and not learned. */
export interface InputNormSpec {
  type: 'inputNorm';
  name: string;
}

export interface Conv2dSpec {
  type: 'conv2d';
  name: string;
  filters: number;
  /** Height, width. */
  kernel: [number, number];
  /** Of rows and columns alike; 1 unless told. */
  stride?: number;
  /** 'valid' unless told. */
  padding?: Padding;
  /** Pixels from one tap of the kernel to the next, in rows and columns alike; 1, side by side, unless told. */
  dilation?: number;
  /** 'none' unless told. */
  activation?: Activation;
}

/** A convolution with one filter for each channel, which reads that channel alone. */
export interface DepthwiseConv2dSpec {
  type: 'depthwiseConv2d';
  name: string;
  /** Height, width. */
  kernel: [number, number];
  /** Of rows and columns alike; 1 unless told. */
  stride?: number;
  /** 'valid' unless told. */
  padding?: Padding;
  /** As of conv2d; 1 unless told. */
  dilation?: number;
  /** 'none' unless told. */
  activation?: Activation;
}

export interface MaxPool2dSpec {
  type: 'maxPool2d';
  name: string;
  /** Height, width. */
  size: [number, number];
  /** Of rows and columns alike; `size[0]` unless told. */
  stride?: number;
  /** 'valid' unless told. What stands in the padding never wins. */
  padding?: Padding;
}

export interface AveragePool2dSpec {
  type: 'averagePool2d';
  name: string;
  /** Height, width. */
  size: [number, number];
  /** Of rows and columns alike; `size[0]` unless told. */
  stride?: number;
  /** 'valid' unless told. What stands in the padding is not counted. */
  padding?: Padding;
}

/** The mean of each map. */
export interface GlobalAveragePoolSpec {
  type: 'globalAveragePool';
  name: string;
}

export interface BatchNormSpec {
  type: 'batchNorm';
  name: string;
  /** 'none' unless told. */
  activation?: Activation;
}

export interface DropoutSpec {
  type: 'dropout';
  name: string;
  /** The share of numbers that are dropped in training, from 0 up to but not including 1. */
  rate: number;
}

export interface FlattenSpec {
  type: 'flatten';
  name: string;
}

export interface DenseSpec {
  type: 'dense';
  name: string;
  units: number;
  /** 'none' unless told. */
  activation?: Activation;
}

/** What a layer does to what it has computed: to each number by itself, but softmax, which acts across channels. */
export type Activation = 'none' | 'relu' | 'leakyRelu' | 'sigmoid' | 'tanh' | 'gelu' | 'softmax';

/**
 * Room around the image: zeros for a convolution, nothing at all for a pool. 'valid': none. 'same': as much as
 * makes the output `ceil(input / stride)` pixels, the odd one at the bottom and right, as in TensorFlow. A number:
 * so many pixels on every side.
 */
export type Padding = 'valid' | 'same' | number;

/**
 * 'sigmoidCrossEntropy': every unit is a yes or no of its own. 'softmaxCrossEntropy': the units are classes of
 * which one holds. Both take logits. 'squaredError': the units are quantities, and are compared as they are.
 */
export type LossName = 'sigmoidCrossEntropy' | 'softmaxCrossEntropy' | 'squaredError';
