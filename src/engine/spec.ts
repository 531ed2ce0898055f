import type { LayerSpec } from './layers';
import type { LossName } from './losses';

export type { Activation } from './activations';
export type { LayerSpec, LayerSpecOf, LayerType } from './layers';
export type { LossName } from './losses';
export type { Padding } from './geometry';
// Specs by name, for who looks at one kind alone; of any other kind it is `LayerSpecOf<'…'>`.
export type { AveragePool2dSpec } from './layers/averagePool2d';
export type { BatchNormSpec } from './layers/batchNorm';
export type { Conv2dSpec } from './layers/conv2d';
export type { DenseSpec } from './layers/dense';
export type { DepthwiseConv2dSpec } from './layers/depthwiseConv2d';
export type { DropoutSpec } from './layers/dropout';
export type { FlattenSpec } from './layers/flatten';
export type { GlobalAveragePoolSpec } from './layers/globalAveragePool';
export type { InputNormSpec } from './layers/inputNorm';
export type { MaxPool2dSpec } from './layers/maxPool2d';

/**
 * A network as plain data: it can be written down as JSON, kept in a workbook's settings, and compared.
 * `inferShapes` says what it makes of an image, `compile` makes it run.
 */
export interface NetworkSpec {
  /** One image, `[channels, height, width]`. */
  input: { channels: number; height: number; width: number };
  /** From the image to the answer; the last layer's output is what the loss compares with the target. */
  layers: LayerSpec[];
  loss: LossName;
}

/** Fields that a SpecError of this network may name: those of any layer, and of the network itself. */
export type SpecField = FieldOf<LayerSpec> | (keyof NetworkSpec & string) | 'batchSize';

/** Of a union, the fields of each member. */
type FieldOf<Spec> = Spec extends unknown ? keyof Spec & string : never;
