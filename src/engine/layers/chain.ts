import type { NamedArrays } from '../namedArrays';
import type { LayerShape } from '../layerShape';
import type { Passes } from '../passes';
import type { NetworkSpec } from '../spec';
import { compileLayer } from './compileLayer';
import type { CompiledLayer, Mode } from './layer';

/** The buffers that the layers of a network read and write, by layer name as in Network. */
export interface ChainBuffers {
  batch: number;
  input: Float64Array;
  activations: NamedArrays;
  activationGradients: NamedArrays;
  parameters: NamedArrays;
  gradients: NamedArrays;
  state: NamedArrays;
  mode: Mode;
}

export interface Chain extends Passes {
  readonly layers: readonly CompiledLayer[];
  /** Auxiliary arrays of the layers, as in Network. */
  readonly auxiliary: Map<string, Float64Array>;
}

/** All layers of a network chained: forward from the input to the logits, backward from their gradient. */
export function chainLayers(spec: NetworkSpec, shapes: LayerShape[], buffers: ChainBuffers): Chain {
  const { batch, input, mode } = buffers;
  const auxiliary = new Map<string, Float64Array>();
  const passes: Passes[] = [];
  const layers: CompiledLayer[] = [];
  spec.layers.forEach((layer, index) => {
    const { name } = layer;
    const before = index === 0 ? 'input' : spec.layers[index - 1].name;
    const parameters = shapes[index].parameters.map((parameter) => parameter.name);
    const compiled = compileLayer(layer, shapes[index], {
      batch,
      input: index === 0 ? input : existing(buffers.activations, before),
      output: existing(buffers.activations, name),
      parameters: parameters.map((parameter) => existing(buffers.parameters, parameter)),
      state: shapes[index].state.map((state) => existing(buffers.state, state.name)),
      inputGradient: existing(buffers.activationGradients, before),
      outputGradient: existing(buffers.activationGradients, name),
      parameterGradients: parameters.map((parameter) => existing(buffers.gradients, parameter)),
      mode,
    });
    passes.push(...compiled);
    layers.push(compiled[0]);
    for (const [word, values] of Object.entries(compiled[0].auxiliary ?? {}))
      auxiliary.set(`${name}.${word}`, values);
  });
  return {
    layers,
    auxiliary,

    forward() {
      for (let i = 0; i < passes.length; i++) passes[i].forward();
    },

    backward() {
      for (let i = passes.length - 1; i >= 0; i--) passes[i].backward();
    },
  };
}

/**
 * The array of that name.
 *
 * @throws Error if it is missing, which is a fault of the engine
 */
export function existing(arrays: NamedArrays, name: string): Float64Array {
  const array = arrays.get(name);
  if (!array) throw new Error(`The network has no buffer '${name}'; this is a fault of the engine.`);
  return array;
}
