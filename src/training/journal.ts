import type { NamedArrays } from '../engine/namedArrays';
import type { Training } from './training';
import type { TrainerState } from './trainerState';

/** So many states are kept at least, however large they are. */
const FEWEST = 50;
/** Beyond these, states are kept only as far as they fit. */
const MOST_BYTES = 64 * 1024 * 1024;

/** After so many ms of steps that are taken once more, others have their turn. */
const SLICE = 12;

/**
 * States of a training from which it can go back. A step that began at one of them is undone by loading it; a step
 * between two of them by taking the steps from the earlier one once more, which lead to the same numbers to the bit.
 */
export class Journal {
  /** In the order of their steps; between one and the next nothing happened but steps. */
  private states: TrainerState[] = [];
  /** Steps with which a row of the log ends. */
  private readonly logged = new Set<number>();

  constructor(private readonly training: Training) {}

  /** Call before steps are taken, when all that was typed has been taken over. */
  note(): void {
    const state = stateOf(this.training);
    // What comes after it was undone, or belonged to another training, before Reset.
    this.forgetFrom(state.counts.step);
    this.states.push(state);
    let bytes = this.states.reduce((sum, each) => sum + bytesOf(each), 0);
    while (this.states.length > FEWEST && bytes > MOST_BYTES) bytes -= bytesOf(this.states.shift()!);
  }

  /** The log has a row about the steps until this one. */
  noteRow(step: number): void {
    this.logged.add(step);
  }

  /** Whether a row of the log ends with this step. */
  hasRow(step: number): boolean {
    return this.logged.has(step);
  }

  /** Whether training can go back to where so many steps were taken. */
  reaches(step: number): boolean {
    return this.states.length > 0 && this.states[0].counts.step <= step;
  }

  /**
   * Brings back weights, running statistics, memory and counts of an earlier step; the settings and the image on the page
   * stay as they are.
   *
   * @param step one that `reaches` says can be reached
   * @param breathe lets others have their turn, where many steps are taken once more
   * @returns whether weights were other ones than those that steps lead to: somebody had changed them since
   */
  async goBack(step: number, breathe: () => Promise<void>): Promise<boolean> {
    const { training } = this;
    const now = stateOf(training);
    training.load(this.states.filter(({ counts }) => counts.step <= step).at(-1)!);
    let then: TrainerState, wasEdited: boolean;
    try {
      await this.repeat(step, breathe);
      then = stateOf(training);
      await this.repeat(now.counts.step, breathe);
      wasEdited = !areSame(training.network.parameters, now.arrays.parameters);
    } catch (error) {
      training.load(now);
      throw error;
    }
    const { batch } = now.arrays;
    training.load({ ...then, settings: now.settings, arrays: { ...then.arrays, batch } });
    this.forgetFrom(step + 1);
    return wasEdited;
  }

  private async repeat(step: number, breathe: () => Promise<void>): Promise<void> {
    let since = performance.now();
    while (this.training.step < step) {
      this.training.takeStep();
      if (performance.now() - since < SLICE) continue;
      await breathe();
      since = performance.now();
    }
  }

  private forgetFrom(step: number): void {
    while (this.states.length && this.states.at(-1)!.counts.step >= step) this.states.pop();
    for (const each of this.logged) if (each > step) this.logged.delete(each);
  }
}

/** What determines the next steps, with the image on the page alone of the batch: all others follow from seed and step. */
function stateOf(training: Training): TrainerState {
  const { settings, counts, owner, arrays } = training.save();
  const { parameters, state, velocities, secondMoments } = arrays;
  const batch = firstOf(arrays.batch, settings.batchSize);
  return {
    settings,
    counts,
    owner,
    filled: '',
    arrays: { parameters, state, velocities, secondMoments, batch },
  };
}

function firstOf(arrays: NamedArrays, batchSize: number): NamedArrays {
  return new Map([...arrays].map(([name, values]) => [name, values.slice(0, values.length / batchSize)]));
}

function areSame(some: NamedArrays, others: NamedArrays): boolean {
  return [...some].every(([name, values]) =>
    others.get(name)!.every((value, index) => Object.is(value, values[index])),
  );
}

function bytesOf({ arrays }: TrainerState): number {
  const all = Object.values(arrays).flatMap((group) => [...group.values()]);
  return all.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
