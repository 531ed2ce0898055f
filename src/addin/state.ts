import { canPack } from '../data/packedSet';
import type { AdoptionReport } from '../notebook/adopt/report';
import type { Explanation } from '../notebook/explain';
import type { Settings } from '../notebook/sheet/settings';
import type { NotebookSpec } from '../notebook/sheet/spec';
import type { ShownAdvice } from './commands/advice/adviceState';
import type { ExcelReport } from './commands/excelCheck/excelReport';
import type { ChosenFilter } from './commands/filters/selectedFilter';
import type { Gallery } from './commands/imageGallery';
import type { GlossaryState } from './commands/glossary/glossaryState';
import type { GradientReport } from './commands/gradientCheck/gradientReport';
import type { ShownMatrix } from './commands/matrix/shownMatrix';
import type { ModelState } from './commands/model/modelState';
import type { LayerPicture } from './layerPictures';
import type { WalkState } from './commands/walk/walkState';
import type { LossPoint } from '../training/advice/mistakes';
import type { ChangesSince } from '../training/changes';
import type { Trainer } from '../training/trainer';

/** Everything that the pane shows about a session. Immutable; replaced as a whole. */
export interface SessionState {
  /** False until office.js has answered and the workbook has been read. */
  readonly ready: boolean;
  readonly notebook?: NotebookState;
  /**
   * Whether the add-in starts with this workbook; undefined where Excel cannot do that, or has not answered
   * yet.
   */
  readonly startsWithWorkbook?: boolean;
  /** The name of the command under way, when it takes long enough to be noticed. */
  readonly busy?: string;
  /** The run in progress. */
  readonly run?: RunState;
  /** A question that the user must answer before a command goes on. */
  readonly question?: Question;
  /** Pictures to show. */
  readonly gallery?: Gallery;
  /** The filter that is selected on the sheet. */
  readonly filter?: ChosenFilter;
  /** The convolution last shown as a matrix. */
  readonly matrix?: ShownMatrix;
  /** The result of the latest gradient check. */
  readonly check?: GradientReport;
  /** The model table of the notebook, or of the active sheet, as it was last read. */
  readonly model?: ModelState;
  /** The section of the See tab, or the tab Model, that a command wants open; each request is a new object. */
  readonly asked?: { readonly section: SeeSection | 'model' };
  /** Of the selected cell; undefined without a notebook. */
  readonly explanation?: Explanation;
  /** Where in the network the selected cell is. */
  readonly at?: Whereabouts;
  /** Whether frames on the sheet show what the explanation says. */
  readonly isFraming?: boolean;
  /** The stop of the guided walk at which the person is. */
  readonly walk?: WalkState;
  /** The stop at which the person left it. */
  readonly leftWalkAt?: number;
  /** What the glossary shows and offers. */
  readonly glossary?: GlossaryState;
  /** What was found on the sheet that was adopted last. */
  readonly adoption?: AdoptionReport;
  /** The result of the latest check of this Excel. */
  readonly excelReport?: ExcelReport;
  /** Mistakes that learners make, the cause before its consequences. */
  readonly advice?: readonly ShownAdvice[];
  /** What is wrong, in plain words; the first is the most urgent. */
  readonly errors: readonly string[];
  /** What the last command did, if worth mentioning. */
  readonly notice?: string;
  /** Gives back what that command replaced; shown, and gone, with the notice. */
  readonly undo?: () => Promise<void>;
}

/** The sections of the See tab; their headings are in the pane's catalogue. */
export type SeeSection = 'changes' | 'formulas' | 'filters' | 'matrix' | 'check' | 'pictures' | 'glossary';

export interface RunState {
  /**
   * What `done` and `total` count: training steps, evaluated images, checked weights, checked promises of
   * Excel's documentation, or cells that become formulas.
   */
  readonly unit: 'steps' | 'images' | 'weights' | 'promises' | 'megabytes' | 'formulas';
  readonly done: number;
  readonly total: number;
  /** Estimated from the steps so far; undefined while there are too few. */
  readonly secondsLeft?: number;
}

export interface Question {
  readonly text: string;
  /** Label of the button that agrees. */
  readonly yes: string;
  /** Call when the user agrees. */
  answer(): Promise<void>;
}

/** A cell's layer, or `input`, and the name of its block. */
export interface Whereabouts {
  readonly layer: string;
  readonly block: string;
}

export interface NotebookState {
  /** Name of the value sheet. */
  readonly title: string;
  readonly question: string;
  readonly settings: Settings;
  readonly step: number;
  /** The image on the page, [channels, height, width]. */
  readonly pixels: Float64Array;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** The class of each unit, with its probability and target. */
  readonly classes: readonly string[];
  readonly probabilities: Float64Array;
  readonly target: Float64Array;
  /** The prediction in words. */
  readonly predicted: string;
  readonly epoch: number;
  /** The source of the images, in words, and whether they are available. */
  readonly images: {
    readonly name: string;
    readonly count?: number;
    readonly isMissing: boolean;
    /** Whether the workbook contains them; undefined for images that it cannot hold. */
    readonly inWorkbook?: boolean;
  };
  readonly loss: number;
  /** Whether a cell has a fault, so that what depends on it is as it was before. */
  readonly isOutdated?: boolean;
  /** Whether rows or columns were inserted into blocks or deleted from them, or the cells of some are gone. */
  readonly isTorn?: boolean;
  /** From the image to the logits. */
  readonly layers: readonly LayerPicture[];
  /** Which cells are formulas. */
  readonly formulas: FormulasState;
  /** What the sheet of changes compares with; undefined without one. */
  readonly changes?: ChangesSince;
  /** Batch loss at each step since the weights were last reset. */
  readonly history: readonly LossPoint[];
}

export interface FormulasState {
  /** Whether all computed cells of the value sheet, or of the gradient sheets, are formulas. */
  readonly values: boolean;
  readonly gradients: boolean;
  /** Blocks that were turned into formulas one by one, in words. */
  readonly blocks: readonly string[];
  /** Blocks that stay values nevertheless, with the reason. */
  readonly stays: readonly string[];
}

/** The state that the pane shows for a notebook whose numbers are computed. */
export function notebookState(
  title: string,
  { question, classes, data, network: { input } }: NotebookSpec,
  trainer: Trainer,
  formulas: FormulasState,
  history: readonly LossPoint[],
): Omit<NotebookState, 'layers' | 'changes'> {
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

/** A value that React components can subscribe to, in the form of useSyncExternalStore. */
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
