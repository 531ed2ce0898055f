import { canPack } from '../data/packedSet';
import type { Explanation } from '../notebook/explain';
import type { Settings } from '../notebook/sheet/settings';
import type { NotebookSpec } from '../notebook/sheet/spec';
import type { ExcelReport } from './commands/excelCheck/excelReport';
import type { ChosenFilter } from './commands/filters/selectedFilter';
import type { Gallery } from './commands/imageGallery';
import type { GlossaryState } from './commands/glossary/glossaryState';
import type { GradientReport } from './commands/gradientCheck/gradientReport';
import type { ShownMatrix } from './commands/matrix/shownMatrix';
import type { Trainer } from '../training/trainer';

/** All that a view of the session shows. Replaced as a whole, never changed. */
export interface SessionState {
  /** False until office.js has answered and the workbook has been looked at. */
  readonly ready: boolean;
  readonly notebook?: NotebookState;
  /** Does the add-in start with this workbook? Undefined where Excel has no such thing, and before it has said. */
  readonly startsWithWorkbook?: boolean;
  /** A run under way. */
  readonly run?: RunState;
  /** Something that a person is to decide before a command goes on. */
  readonly question?: Question;
  /** Pictures that were asked for. */
  readonly gallery?: Gallery;
  /** The filter that is selected on the sheet. */
  readonly filter?: ChosenFilter;
  /** The convolution that was shown as a matrix last. */
  readonly matrix?: ShownMatrix;
  /** What came of the latest check of gradients. */
  readonly check?: GradientReport;
  /** A section of the See tab that a command asked for; each request is an object of its own. */
  readonly asked?: { readonly section: SeeSection };
  /** Of the selected cell, while Explain cell is on. */
  readonly explanation?: Explanation;
  /** What the glossary shows, and what it offers. */
  readonly glossary?: GlossaryState;
  /** What the latest check of this Excel came to. */
  readonly excelReport?: ExcelReport;
  /** What is wrong, in plain words; the first is the most urgent. */
  readonly errors: readonly string[];
  /** What the last command did, when it is worth a word. */
  readonly notice?: string;
}

/** The sections of the See tab; their headings are in the pane's catalogue. */
export type SeeSection = 'formulas' | 'explain' | 'filters' | 'matrix' | 'check' | 'glossary';

export interface RunState {
  /**
   * What is counted: steps that are taken, images that are evaluated, weights whose gradients are checked, promises of
   * Excel's documentation that are checked.
   */
  readonly unit: 'steps' | 'images' | 'weights' | 'promises';
  readonly done: number;
  readonly total: number;
  /** Until the last step, by how long the ones so far took; undefined while that says little. */
  readonly secondsLeft?: number;
}

export interface Question {
  readonly text: string;
  /** What the button that agrees is called. */
  readonly yes: string;
  /** The person agrees. */
  answer(): Promise<void>;
}

export interface NotebookState {
  /** Name of the sheet with the values. */
  readonly title: string;
  readonly question: string;
  readonly settings: Settings;
  readonly step: number;
  /** The image on the page, [channels, height, width]. */
  readonly pixels: Float64Array;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** What the units answer, one word each, with their probabilities and targets. */
  readonly classes: readonly string[];
  readonly probabilities: Float64Array;
  readonly target: Float64Array;
  /** In words. */
  readonly predicted: string;
  readonly epoch: number;
  /** Where the images come from, in words, and whether they are there. */
  readonly images: {
    readonly name: string;
    readonly count?: number;
    readonly isMissing: boolean;
    /** Whether the workbook holds them, too; undefined of images that it cannot hold. */
    readonly inWorkbook?: boolean;
  };
  readonly loss: number;
  /** What the spreadsheet computes itself. */
  readonly formulas: FormulasState;
  /** Batch loss at each step since the weights were last set. */
  readonly history: readonly LossPoint[];
}

export interface FormulasState {
  /** All computed cells of the value sheet, all of the sheets of gradients. */
  readonly values: boolean;
  readonly gradients: boolean;
  /** Blocks that were chosen one by one, in words. */
  readonly blocks: readonly string[];
  /** Blocks that stay values all the same, with the reason. */
  readonly stays: readonly string[];
}

export interface LossPoint {
  readonly step: number;
  readonly loss: number;
}

/** What a view shows of a notebook whose numbers are computed. */
export function notebookState(
  title: string,
  { question, classes, data, network: { input } }: NotebookSpec,
  trainer: Trainer,
  formulas: FormulasState,
  history: readonly LossPoint[],
): NotebookState {
  const { network, settings, step, epoch, predicted, images } = trainer;
  const units = network.target.length / network.batchSize;
  return {
    title,
    question,
    classes,
    settings: { ...settings },
    step,
    epoch,
    predicted,
    pixels: network.input.slice(0, input.channels * input.width * input.height),
    ...{ channels: input.channels, height: input.height, width: input.width },
    probabilities: network.activations.get('probabilities')!.slice(0, units),
    target: network.target.slice(0, units),
    loss: network.losses[0],
    images: {
      name: images.name,
      count: images.count,
      isMissing: images.isMissing,
      inWorkbook: data.set !== undefined && images.set && canPack(images.set) ? !!data.inWorkbook : undefined,
    },
    formulas,
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
