import type { Training } from '../training';
import type { TrainerState } from '../trainerState';
import type { KeptJournal } from './keptJournal';
import { areSame, bytesOf, stateOf } from './states';

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
  /** Of steps until this one, taken before the workbook was opened, nobody knows whether a row of the log ends with them. */
  private readonly openedAt: number;

  /** @param kept what of it is kept in the workbook; undefined for nothing */
  constructor(
    private readonly training: Training,
    private readonly kept?: KeptJournal,
  ) {
    this.openedAt = kept ? training.step : 0;
  }

  /** Call before steps are taken, when all that was typed has been taken over. */
  note(): void {
    const state = stateOf(this.training);
    // What comes after it was undone, or belonged to another training, before Reset.
    this.forgetFrom(state.counts.step);
    this.states.push(state);
    this.kept?.note(state);
    let bytes = this.states.reduce((sum, each) => sum + bytesOf(each), 0);
    while (this.states.length > FEWEST && bytes > MOST_BYTES) bytes -= bytesOf(this.states.shift()!);
  }

  /** Call when steps were taken, before anything is typed. */
  stepped(): void {
    // A large state is not copied for nothing.
    if (this.kept?.isKeeping) this.kept.stepped(stateOf(this.training));
  }

  /** The log has a row about the steps until this one. */
  noteRow(step: number): void {
    this.logged.add(step);
  }

  /** Whether a row of the log may end with this step. */
  mayHaveRow(step: number): boolean {
    return step <= this.openedAt || this.logged.has(step);
  }

  /** Whether training can go back to where so many steps were taken. */
  reaches(step: number): boolean {
    return this.isKnown(step) || !!this.kept?.reaches(step);
  }

  private isKnown(step: number): boolean {
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
    let then: TrainerState, wasEdited: boolean;
    try {
      if (!this.isKnown(step)) await this.recall(step, breathe);
      training.load(this.states.filter(({ counts }) => counts.step <= step).at(-1)!);
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
    this.kept?.forgetFrom(step + 1);
    this.kept?.stepped(then);
    return wasEdited;
  }

  /** States from before the workbook was opened. */
  private async recall(step: number, breathe: () => Promise<void>): Promise<void> {
    const repeat = (until: number) => this.repeat(until, breathe);
    this.states.unshift(...(await this.kept!.statesUntil(step, this.training, repeat)));
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
