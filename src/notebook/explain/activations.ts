import { activationFor } from '../../engine/activations';
import type { Activation } from '../../engine/spec';
import { activationKindOf, activationKinds } from '../kinds/activations';
import type { PointwiseActivation } from '../kinds/activations/activationKind';
import type { ExplainedLayer } from './explainedLayer';
import type { NumberGrid, Operand, Part } from './explanation';
import { applied, type NamedFunction } from './scalarFunctions';

/** How the activation turns the layer's sum at `index` into its output. */
export function activationParts(layer: ExplainedLayer, index: number, before: Operand): Part[] {
  const kind = activationKindOf(layer.spec);
  switch (kind.acts) {
    case 'not at all':
      return [];
    case 'number by number':
      return [applied(functionOf(layer.activation), 'value', before)];
    case 'across channels':
      return kind.parts(layer, index);
  }
}

/** An element-wise activation, as a function that can be written out. */
export function functionOf(name: Activation): NamedFunction {
  const { written, writtenName } = activationKinds[name] as PointwiseActivation;
  return { name, written, writtenName, of: pointwise(name).value };
}

/**
 * ∂L/∂x at `index` of image `n`, x being the layer's sum before its activation: ∂L/∂output times the slope.
 */
export function innerGradient(layer: ExplainedLayer, index: number, n = 0): number {
  const kind = activationKindOf(layer.spec);
  const gradient = layer.gradients(n)[index];
  if (kind.acts === 'not at all') return gradient;
  if (kind.acts === 'across channels') return kind.gradient(layer, index, n);
  const slope = slopeAt(layer, kind, index, n);
  return slope === 0 ? 0 : gradient * slope;
}

/** `innerGradient` as a product to show: the ∂ cell, times the slope if the layer has an activation. */
export function innerFactors(layer: ExplainedLayer, index: number): Operand[] {
  const kind = activationKindOf(layer.spec);
  if (kind.acts === 'not at all') return [layer.gradient(index)];
  if (kind.acts === 'across channels')
    return [{ label: kind.gradientName, value: kind.gradient(layer, index, 0) }];
  return [layer.gradient(index), { label: 'slope', value: slopeAt(layer, kind, index, 0) }];
}

/**
 * `innerFactors` for several numbers: a grid of ∂ cells, and one of slopes if the layer has an activation.
 */
export function innerGrids(layer: ExplainedLayer, indexes: readonly (readonly number[])[]): NumberGrid[] {
  const kind = activationKindOf(layer.spec);
  const computed = (title: string, of: (index: number) => number): NumberGrid => ({
    title,
    rows: indexes.map((row) => row.map((index) => ({ value: of(index) }))),
  });
  if (kind.acts === 'across channels')
    return [computed(kind.gradientName, (index) => kind.gradient(layer, index, 0))];
  const { name } = layer.spec;
  const grid = layer.scene.grid(`∂ of ${name}`, 'gradients', name, indexes);
  if (kind.acts === 'not at all') return [grid];
  return [grid, computed(slopeWord(kind), (index) => slopeAt(layer, kind, index, 0))];
}

/** Extends a mask of outputs by all that change with them: softmax couples the channels of a pixel. */
export function spread(layer: ExplainedLayer, outputs: Uint8Array): Uint8Array {
  if (activationKindOf(layer.spec).acts !== 'across channels') return outputs;
  const { channels, height, width } = layer.shape.output;
  const pixels = height * width;
  return outputs.map((_, index) => {
    for (let c = 0; c < channels; c++) if (outputs[c * pixels + (index % pixels)]) return 1;
    return 0;
  });
}

/** Words after "its own gradient": what the way back through the activation multiplies it by. */
export function slopeWords({ spec }: ExplainedLayer): string {
  const kind = activationKindOf(spec);
  if (kind.acts === 'not at all') return '';
  return kind.acts === 'across channels' ? kind.broughtBack : ` times the ${slopeWord(kind)} there`;
}

function slopeWord({ words }: PointwiseActivation): string {
  return `slope of ${words[0]}`;
}

/** da/dx where the layer's output is a; x is computed only where the slope does not follow from a. */
function slopeAt(layer: ExplainedLayer, { slope }: PointwiseActivation, index: number, n: number): number {
  const a = layer.outputs(n)[index];
  return pointwise(layer.activation).slope(slope.from === 'value' ? a : layer.before(index, n), a);
}

function pointwise(name: Activation) {
  const found = name === 'none' ? undefined : activationFor[name].pointwise;
  if (!found) throw new Error(`The activation ${name} is not element-wise.`);
  return found;
}
