/**
 * A network as plain data: it can be written down as JSON, kept in a workbook's settings, and compared.
 * `inferShapes` says what it makes of an image, `compile` makes it run.
 */
export interface NetworkSpec {
  /** One image, `[channels, height, width]`. */
  input: { channels: number; height: number; width: number };
  /** From the image to the logits; the last layer's output is what the loss judges. */
  layers: LayerSpec[];
  loss: LossName;
}

export type LayerSpec = Conv2dSpec | MaxPool2dSpec | FlattenSpec | DenseSpec;

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

/** What a layer does to each number it has computed. */
export type Activation = 'none' | 'relu';

/**
 * Zeros around the image. 'valid': none. 'same': as many as make the output `ceil(input / stride)` pixels, the
 * odd one at the bottom and right, as in TensorFlow. A number: so many pixels on every side.
 */
export type Padding = 'valid' | 'same' | number;

/**
 * Both take logits. 'sigmoidCrossEntropy': every unit is a yes or no of its own. 'softmaxCrossEntropy': the
 * units are classes of which one holds.
 */
export type LossName = 'sigmoidCrossEntropy' | 'softmaxCrossEntropy';
