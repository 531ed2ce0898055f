import type { LayerSpec } from './layers';
import type { LossName } from './losses';

export type { Activation } from './activations';
export type { LayerSpec, LayerSpecOf, LayerType } from './layers';
export type { LossName } from './losses';
export type { Padding, Stride } from './geometry';
// Specs that code needs by name; all others are `LayerSpecOf<'…'>`.
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
 * A network as plain data: it can be stored as JSON, kept in a workbook's settings, and compared.
 * `inferShapes` computes its shapes, `compile` makes it run.
 */
export interface NetworkSpec {
  /** The shape of one image. */
  input: { channels: number; height: number; width: number };
  /** From first to last; the loss compares the last layer's output with the target. */
  layers: LayerSpec[];
  loss: LossName;
}

/** Fields that a SpecError can name: those of any layer, and of the network itself. */
export type SpecField = FieldOf<LayerSpec> | (keyof NetworkSpec & string) | 'batchSize';

/** Fields of a union of specs: those of each member. */
type FieldOf<Spec> = Spec extends unknown ? keyof Spec & string : never;
