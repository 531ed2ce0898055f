import type { LayerSpec } from '../../engine/spec';
import type { Formula } from './formula';
import type { LayerCells } from './layerCells';

/** The worksheet formulas of one kind of layer: the twins of its passes in the engine. */
export interface LayerFormulas<Spec extends LayerSpec> {
  /** One number that comes out, before the activation if there is one. */
  output(layer: LayerCells<Spec>, channel: number, row: number, column: number): Formula;
  /** ∂L/∂ one number that goes in, from the ∂ cells of what comes out. */
  inputGradient(layer: LayerCells<Spec>, channel: number, row: number, column: number): Formula;
  /** ∂L/∂ one number of a parameter, such as 'filters', of the image on the page; undefined where nothing is learned. */
  readonly parameterGradient: ((layer: LayerCells<Spec>, word: string, index: number) => Formula) | undefined;
  /** One of the other numbers that the layer shows, such as 'batch_mean'; undefined where it shows none. */
  readonly auxiliary: ((layer: LayerCells<Spec>, word: string, index: number) => Formula) | undefined;
}
