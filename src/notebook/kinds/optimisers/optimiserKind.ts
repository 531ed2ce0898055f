import type { StepNumbers, StepParts } from '../../explain/stepParts';
import type { Formula, Reference } from '../../formulas/formula';
import type { KindEntry } from '../../glossary/entry';
import type { Subject } from '../../glossary/subject';

/**
 * One kind of optimiser, with everything the notebook knows about it: what each file of this folder exports.
 */
export interface OptimiserKind {
  /** The worksheet formula of a weight after the next step, the same computation as in the engine. */
  nextWeight(cells: WeightCells): Formula;
  /** How a step computes the new weight and memory from numbers. */
  step(numbers: StepNumbers): StepParts;
  /** The rule by which its memory changes, for all weights: "v ← momentum · v + ∂". */
  readonly remembers: { readonly velocities?: string; readonly secondMoments?: string };
  readonly glossary: OptimiserGlossary;
}

export interface OptimiserGlossary {
  /** Its glossary key. */
  readonly key: string;
  readonly entry: KindEntry;
  /** The settings it is about; none for an optimiser without settings. */
  readonly settings: readonly string[];
  /** What these settings are in a notebook; if undefined, the entry says whether the optimiser is chosen. */
  readonly here: ((subject: Subject) => string) | undefined;
}

/** The cells that determine a weight's next step. */
export interface WeightCells {
  readonly weight: Reference;
  /** ∂L/∂weight. */
  readonly gradient: Reference;
  /** The optimiser's memory of the weight. */
  readonly velocity: Reference;
  readonly square: Reference;
  /** The learning rate at the next step. */
  readonly rate: Reference;
  readonly momentum: Reference;
  readonly beta1: Reference;
  readonly beta2: Reference;
  readonly decay: Reference;
  readonly epsilon: Reference;
  readonly weightDecay: Reference;
  /** Number of steps the optimiser has taken. */
  readonly steps: Reference;
  /** Whether the weight decay is above 0; otherwise it is left out. */
  readonly decays: boolean;
}
