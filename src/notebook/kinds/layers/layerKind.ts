import type { LayerSpec } from '../../../engine/spec';
import type { LayerExplainer } from '../../explain/explainedLayer';
import type { LayerFormulas } from '../../formulas/layerFormulas';
import type { LayerGlossary } from '../../glossary/entry';
import type { LayerLayout } from '../../layout/layerLayout';
import type { LayerRow } from '../../model/layerRow';

/** What each folder here exports: all that the notebook knows of one kind of layer. */
export interface LayerKind<Spec extends LayerSpec> {
  /** How it stands on the page. */
  readonly layout: LayerLayout<Spec>;
  /** Its worksheet formulas. */
  readonly formulas: LayerFormulas<Spec>;
  /** Where its numbers come from. */
  readonly explain: LayerExplainer<Spec>;
  /** Its row in the model table. */
  readonly table: LayerRow<Spec>;
  /** Its entries of the glossary. */
  readonly glossary: LayerGlossary;
}
