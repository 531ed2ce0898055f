import type { Part } from '../../explain/explanation';
import type { Formula, Reference } from '../../formulas/formula';

/** What each file of this folder exports: all that the notebook knows of one kind of schedule. */
export interface ScheduleKind {
  /** The worksheet formula of the learning rate of the next step: the twin of the engine's. */
  rateNow(cells: ScheduleCells): Formula;
  /** What is added to the words about the rate, if it can be said in numbers. */
  parts(learningRate: number): Part[];
  /** In the glossary, after its name: "multiplies it by the factor after each step". */
  readonly about: string;
}

/** The cells that the learning rate of the next step depends on. */
export interface ScheduleCells {
  readonly rate: Reference;
  readonly factor: Reference;
  readonly every: Reference;
  readonly length: Reference;
  readonly step: Reference;
}
