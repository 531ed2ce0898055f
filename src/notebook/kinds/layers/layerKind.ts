import type { LayerSpec } from '../../../engine/spec';
import type { LayerExplainer } from '../../explain/explainedLayer';
import type { LayerFormulas } from '../../formulas/layerFormulas';
import type { LayerGlossary } from '../../glossary/entry';
import type { LayerLayout } from '../../layout/layerLayout';
import type { LayerRow } from '../../model/layerRow';

/** One kind of layer, with everything the notebook knows about it: what each folder here exports. */
export interface LayerKind<Spec extends LayerSpec> {
  /** Its cells on the page. */
  readonly layout: LayerLayout<Spec>;
  /** Its worksheet formulas. */
  readonly formulas: LayerFormulas<Spec>;
  /** Explanations of its numbers. */
  readonly explain: LayerExplainer<Spec>;
  /** Its row in the model table. */
  readonly table: LayerRow<Spec>;
  /** Its glossary entries. */
  readonly glossary: LayerGlossary;
}
