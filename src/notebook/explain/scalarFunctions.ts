import type { Applied, FunctionName, Operand } from './explanation';
import { shown } from './numbers';

/** A function of one number, as it is computed and as it is written. */
export interface NamedFunction {
  readonly name: FunctionName;
  /** What it is called where the way it is written does not say so. */
  readonly writtenName?: string;
  /** With the number in its place: "max(0, 1.25)". */
  written(x: string): string;
  of(x: number): number;
}

export const ROOT: NamedFunction = { name: 'root', written: (x) => `√${x}`, of: Math.sqrt };
export const MINUS_LOG: NamedFunction = {
  name: 'minusLog',
  written: (x) => `−ln ${x}`,
  of: (x) => -Math.log(x),
};
export const SQUARE: NamedFunction = { name: 'square', written: (x) => `(${x})²`, of: (x) => x * x };

/** @param value where the engine computes it in another way, which loses less: what it comes to */
export function applied(
  { name, writtenName, written, of }: NamedFunction,
  label: string,
  input: Operand,
  value = of(input.value),
): Applied {
  return {
    kind: 'applied',
    name,
    writtenName,
    written: written(shown(input.value)),
    input,
    result: { label, value },
  };
}
