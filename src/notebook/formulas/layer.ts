import type { LayerSpec } from '../../engine/spec';
import type { Formula } from './formula';
import type { LayerPage } from './page';

/** What each file of the folder layers exports: the worksheet twin of one kind of layer of the engine. */
export interface LayerFormulas<Spec extends LayerSpec> {
  /** One number that comes out, before the activation if there is one. */
  output(page: LayerPage<Spec>, channel: number, row: number, column: number): Formula;
  /** ∂L/∂ one number that goes in, from the ∂ cells of what comes out. */
  inputGradient(page: LayerPage<Spec>, channel: number, row: number, column: number): Formula;
  /** ∂L/∂ one number of a parameter, such as 'filters', of the image on the page. */
  parameterGradient?(page: LayerPage<Spec>, word: string, index: number): Formula;
  /** One of the other numbers that the layer shows, such as 'batch_mean'. */
  auxiliary?(page: LayerPage<Spec>, word: string, index: number): Formula;
}
