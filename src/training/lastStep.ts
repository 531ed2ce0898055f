import type { NamedArrays } from '../engine/namedArrays';
import type { OptimiserName, OptimiserOptions, Trained } from '../engine/optimisers';
import type { TakenStep } from '../notebook/explain';

/** What the last step was made from. The copies are made anew in place, since a run takes many steps. */
export class LastStep {
  private copies?: Pick<TakenStep, keyof Trained>;
  private taken?: Pick<TakenStep, 'optimiser' | 'options' | 't'> & { readonly step: number };

  /** A step is about to be taken. @param step how many were taken before */
  note(trained: Trained, optimiser: OptimiserName, options: OptimiserOptions, t: number, step: number): void {
    this.copies ??= {
      parameters: copyOf(trained.parameters),
      gradients: copyOf(trained.gradients),
      velocities: copyOf(trained.velocities),
      secondMoments: copyOf(trained.secondMoments),
    };
    for (const key of KEYS)
      for (const [name, values] of trained[key]) this.copies[key].get(name)!.set(values);
    this.taken = { optimiser, options: { ...options }, t, step };
  }

  /** The step that led to where training stands; undefined when another one did, or it was taken back. */
  leadingTo(step: number): TakenStep | undefined {
    return this.copies && this.taken?.step === step - 1 ? { ...this.copies, ...this.taken } : undefined;
  }
}

const KEYS = ['parameters', 'gradients', 'velocities', 'secondMoments'] as const;

function copyOf(arrays: NamedArrays): NamedArrays {
  return new Map([...arrays].map(([name, values]) => [name, values.slice()]));
}
