import type { Kernels } from '../../src/engine/kernels';
import { compile, type Network } from '../../src/engine/network';
import { optimise } from '../../src/engine/optimisers';
import type { Contestant } from './contestant';
import type { Problem } from './problem';

/** All that SGD looks at is the rate. */
const OTHERS = { momentum: 0, beta1: 0, beta2: 0, decay: 0, epsilon: 0, weightDecay: 0 };

/** The engine of this repository, with those kernels, or without any. */
export function ours(kernels?: Kernels): Contestant {
  return {
    name: nameOf(kernels?.kind),
    precision: 'f64',
    ours: true,

    async training(problem) {
      const network = filled(problem, problem.batch, kernels);
      const { parameters, gradients } = network;
      const options = { ...OTHERS, learningRate: problem.rate };
      const trained = { parameters, gradients, velocities: new Map(), secondMoments: new Map() };
      return {
        reset: () => setParameters(network, problem),
        step() {
          network.forward();
          network.backward();
          optimise('SGD', trained, options, 1);
        },
        parameters: () => parameters,
      };
    },

    async inference(problem) {
      const network = filled(problem, 1, kernels);
      return {
        forward: () => network.forward(),
        probabilities: () => network.activations.get('probabilities')!,
      };
    },
  };
}

/** What it is called in tables, with kernels of that kind or without any. */
export function nameOf(kind?: Kernels['kind']): string {
  return `Cellvolution, ${kind ? KINDS[kind] : 'plain TypeScript'}`;
}

const KINDS: Readonly<Record<string, string>> = {
  relaxed: 'WASM SIMD with fused multiply-add',
  large: 'WASM SIMD',
  simd: 'WASM SIMD for older engines',
};

/** A network that holds the first images of a problem, and its parameters. */
function filled(problem: Problem, batch: number, kernels?: Kernels): Network {
  const network = compile(problem.spec, batch, undefined, kernels);
  network.input.set(problem.input.subarray(0, network.input.length));
  network.target.set(problem.target.subarray(0, network.target.length));
  setParameters(network, problem);
  return network;
}

function setParameters(network: Network, { parameters }: Problem): void {
  for (const [name, values] of parameters) network.parameters.get(name)!.set(values);
}
