import type { LayerSpec } from '../../engine/spec';
import type { Formula } from './formula';
import type { LayerCells } from './layerCells';

/** The worksheet formulas of one kind of layer: the twins of its passes in the engine. */
export interface LayerFormulas<Spec extends LayerSpec> {
  /** One output number, before the activation. */
  output(layer: LayerCells<Spec>, channel: number, row: number, column: number): Formula;
  /** ∂L/∂ one input number, from the ∂ cells of the outputs. */
  inputGradient(layer: LayerCells<Spec>, channel: number, row: number, column: number): Formula;
  /**
   * ∂L/∂ one number of a parameter such as 'filters', for the image on the page; undefined for layers without
   * parameters.
   */
  readonly parameterGradient: ((layer: LayerCells<Spec>, word: string, index: number) => Formula) | undefined;
  /**
   * One of the other numbers that the layer shows, such as 'batch_mean'; undefined for layers without any.
   */
  readonly auxiliary: ((layer: LayerCells<Spec>, word: string, index: number) => Formula) | undefined;
}
