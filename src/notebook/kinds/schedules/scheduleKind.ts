import type { Part } from '../../explain/explanation';
import type { Formula, Reference } from '../../formulas/formula';

/**
 * One kind of schedule, with everything the notebook knows about it: what each file of this folder exports.
 */
export interface ScheduleKind {
  /** Which of its settings it uses. */
  readonly uses: readonly ('factor' | 'every' | 'length')[];
  /** The worksheet formula of the learning rate at the next step, the same computation as in the engine. */
  rateNow(cells: ScheduleCells): Formula;
  /** Further parts of the explanation of the rate, where they can be given in numbers. */
  parts(learningRate: number): Part[];
  /** Follows its name in the glossary: "multiplies it by the factor after each step". */
  readonly about: string;
}

/** The cells that the learning rate at the next step depends on. */
export interface ScheduleCells {
  readonly rate: Reference;
  readonly factor: Reference;
  readonly every: Reference;
  readonly length: Reference;
  readonly step: Reference;
}
