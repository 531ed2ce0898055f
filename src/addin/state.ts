import type { Settings } from '../notebook/settings';
import type { NotebookSpec } from '../notebook/spec';
import type { Trainer } from './trainer';

/** All that a view of the session shows. Replaced as a whole, never changed. */
export interface SessionState {
  /** False until office.js has answered and the workbook has been looked at. */
  readonly ready: boolean;
  readonly notebook?: NotebookState;
  /** A run under way. */
  readonly run?: { readonly done: number; readonly total: number };
  /** What is wrong, in plain words; the first is the most urgent. */
  readonly errors: readonly string[];
  /** What the last command did, when it is worth a word. */
  readonly notice?: string;
}

export interface NotebookState {
  /** Name of the sheet with the values. */
  readonly title: string;
  readonly question: string;
  readonly settings: Settings;
  readonly step: number;
  /** Pixels of the image on the page, row by row, and its width. */
  readonly pixels: Float64Array;
  readonly width: number;
  readonly probability: number;
  readonly target: number;
  readonly loss: number;
  /** Batch loss at each step since the weights were last set. */
  readonly history: readonly LossPoint[];
}

export interface LossPoint {
  readonly step: number;
  readonly loss: number;
}

/** What a view shows of a notebook whose numbers are computed. */
export function notebookState(
  title: string,
  { question, network: { input } }: NotebookSpec,
  { network, settings, step }: Trainer,
  history: readonly LossPoint[],
): NotebookState {
  return {
    title,
    question,
    settings: { ...settings },
    step,
    pixels: network.input.slice(0, input.width * input.height),
    width: input.width,
    probability: network.activations.get('probabilities')![0],
    target: network.target[0],
    loss: network.losses[0],
    history,
  };
}

/** A value that views can subscribe to, in the form that React's useSyncExternalStore takes. */
export class Store<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private value: T) {}

  readonly get = (): T => this.value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(change: Partial<T>): void {
    this.value = { ...this.value, ...change };
    for (const listener of this.listeners) listener();
  }
}
