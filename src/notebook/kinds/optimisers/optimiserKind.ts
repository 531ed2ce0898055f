import type { StepNumbers, StepParts } from '../../explain/stepParts';
import type { Formula, Reference } from '../../formulas/formula';
import type { KindEntry } from '../../glossary/entry';
import type { Subject } from '../../glossary/subject';

/** What each file of this folder exports: all that the notebook knows of one kind of optimiser. */
export interface OptimiserKind {
  /** The worksheet formula of a weight after the next step: the twin of the engine's. */
  nextWeight(cells: WeightCells): Formula;
  /** How a step makes a new weight, and what it remembers, from numbers as they are. */
  step(numbers: StepNumbers): StepParts;
  /** How what it remembers changes, for all weights: "v ← momentum · v + ∂". */
  readonly remembers: { readonly velocities?: string; readonly secondMoments?: string };
  readonly glossary: OptimiserGlossary;
}

export interface OptimiserGlossary {
  /** Its key among all entries. */
  readonly key: string;
  readonly entry: KindEntry;
  /** The settings that it is about; none for one whose only setting is its name. */
  readonly settings: readonly string[];
  /** What these say in a notebook; undefined where the entry says whether the optimiser is chosen. */
  readonly here: ((subject: Subject) => string) | undefined;
}

/** The cells that decide what the next step makes of a weight. */
export interface WeightCells {
  readonly weight: Reference;
  /** ∂L/∂weight. */
  readonly gradient: Reference;
  /** The optimiser's memory of the weight. */
  readonly velocity: Reference;
  readonly square: Reference;
  /** The learning rate of the next step. */
  readonly rate: Reference;
  readonly momentum: Reference;
  readonly beta1: Reference;
  readonly beta2: Reference;
  readonly decay: Reference;
  readonly epsilon: Reference;
  readonly weightDecay: Reference;
  /** Steps that the optimiser has taken. */
  readonly steps: Reference;
  /** Is the weight decay more than 0? Otherwise it is left out. */
  readonly decays: boolean;
}
