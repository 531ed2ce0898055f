import { geluCubic, geluScale } from '../../engine/activations/gelu';
import { leakySlope } from '../../engine/activations/leakyRelu';
import { sigmoidAt as sigmoid } from '../../engine/activations/sigmoid';
import type { Activation } from '../../engine/spec';
import type { Applied, Operand } from './explanation';

/** A function of one number, as it is computed and as it is written. */
interface NamedFunction {
  /** Where the way it is written does not say it. */
  readonly word?: string;
  /** With the number in its place: "max(0, 1.25)". */
  written(x: string): string;
  of(x: number): number;
}

/** The activations that look at one number, and what else turns one number into another. */
export type FunctionName = Exclude<Activation, 'none' | 'softmax'> | 'root' | 'minusLog' | 'square';

export const FUNCTIONS: Readonly<Record<FunctionName, NamedFunction>> = {
  relu: { word: 'ReLU', written: (x) => `max(0, ${x})`, of: (x) => (x <= 0 ? 0 : x) },
  leakyRelu: {
    word: 'Leaky ReLU',
    written: (x) => `max(${x}, ${leakySlope} · ${x})`,
    of: (x) => (x <= 0 ? leakySlope * x : x),
  },
  sigmoid: { word: 'Sigmoid', written: (x) => `1 / (1 + e^−(${x}))`, of: sigmoid },
  tanh: { word: 'Tanh', written: (x) => `tanh(${x})`, of: Math.tanh },
  gelu: {
    word: 'GELU',
    written: (x) => `½ · x · (1 + tanh(0.798 · (x + ${geluCubic} · x³))), x = ${x}`,
    of: (x) => 0.5 * x * (1 + Math.tanh(geluScale * (x + geluCubic * x * x * x))),
  },
  root: { written: (x) => `√${x}`, of: Math.sqrt },
  minusLog: { written: (x) => `−ln ${x}`, of: (x) => -Math.log(x) },
  square: { written: (x) => `(${x})²`, of: (x) => x * x },
};

/** @param value where the engine computes it in another way, which loses less: what it comes to */
export function applied(name: FunctionName, label: string, input: Operand, value?: number): Applied {
  return { kind: 'applied', name, input, result: { label, value: value ?? FUNCTIONS[name].of(input.value) } };
}
