import { activationFor } from '../activations';
import type { LayerShape } from '../layerShape';
import type { Passes } from '../passes';
import type { LayerSpec } from '../spec';
import { activationOf, layerFor } from '.';
import type { CompiledLayer, LayerBuffers } from './layer';

/**
 * A layer followed by its activation, which works in place and needs one more gradient buffer between the
 * two.
 */
export function compileLayer(
  spec: LayerSpec,
  shape: LayerShape,
  buffers: LayerBuffers,
): [CompiledLayer] | [CompiledLayer, Passes] {
  const activation = activationOf(spec);
  if (activation === 'none') return [layerFor(spec).compile(spec, shape, buffers)];
  const { output, outputGradient } = buffers;
  const inner = new Float64Array(output.length);
  return [
    layerFor(spec).compile(spec, shape, { ...buffers, outputGradient: inner }),
    activationFor[activation].compile(output, outputGradient, inner, shape.output),
  ];
}
