import type { Applied, FunctionName, Operand } from './explanation';
import { shown } from './numbers';

/** A function of one number, with its notation. */
export interface NamedFunction {
  readonly name: FunctionName;
  /** Its name, where the notation does not show it. */
  readonly writtenName?: string;
  /** Written out with its argument: "max(0, 1.25)". */
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

/** @param value the engine's result, where it computes the function in a more exact way */
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
