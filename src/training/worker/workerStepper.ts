import { trainingTexts } from '../../texts/training';
import { DivergedError } from '../diverged';
import { NO_PROGRESS, type Stepper, type RunProgress, type RunSignals } from '../stepper';
import { buffersOf } from '../trainerState';
import type { Trainer } from '../trainer';
import { Mailbox } from './mailbox';
import type { WorkerRequest, LentState, ProgressReport, WorkerMessage } from './messages';
import { WORKER_TIMEOUT, type OpenWorker, type WorkerHandle } from './workerHandle';

/** A worker receives no message during a step; one that takes longer than this, in ms, counts as dead. */
const LONGEST_STEP = 10_000;

/**
 * Takes steps in a worker, which goes on while the pane paints. While it runs, it has the images, and this
 * thread's trainer stays at the last report; when it halts, everything comes back. So edits find everything
 * here, and the worker gets the whole state again afterwards.
 */
export class WorkerStepper implements Stepper {
  readonly sharesThread = false;
  private running = false;
  private readonly mailbox = new Mailbox();

  private constructor(
    private readonly handle: WorkerHandle,
    private readonly worker: OpenWorker,
    private readonly trainer: Trainer,
  ) {
    const broken = (message: string) => this.mailbox.break(new Error(trainingTexts.worker.brokeOff(message)));
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) =>
      data.tell === 'broken' ? broken(data.message) : this.mailbox.put(data);
    worker.onerror = ({ message }) => broken(message);
    worker.onmessageerror = () => this.mailbox.break(new Error(trainingTexts.worker.unreadable));
  }

  /**
   * @param options.rests leave the processor some rest, see `CpuBudget`
   * @returns undefined if there is no worker, or it cannot train this notebook, or it does not answer
   */
  static async begin(
    handle: WorkerHandle,
    trainer: Trainer,
    { rests = false } = {},
  ): Promise<WorkerStepper | undefined> {
    const worker = await handle.open();
    if (!worker) return undefined;
    const stepper = new WorkerStepper(handle, worker, trainer);
    const { spec, kernels, images } = trainer;
    const set = images.set && { ...images.set, pixels: images.set.pixels.slice(0, 0) };
    try {
      stepper.ask({ ask: 'begin', spec, kernels, set, rests });
      return (await stepper.mailbox.next(WORKER_TIMEOUT)).tell === 'begun' ? stepper : undefined;
    } catch {
      handle.giveUp();
      return undefined;
    }
  }

  get isRunning(): boolean {
    return this.running;
  }

  async advance(most: number, until: RunSignals): Promise<RunProgress> {
    if (!this.running) {
      if (until.isUrgent()) return NO_PROGRESS;
      this.lend({ ask: 'go', most, isWatched: this.isWatched });
    }
    await this.waitForReport(until);
    if (until.isUrgent()) return this.halt(until.isStopped());
    if (this.mailbox.isEmpty) this.ask({ ask: 'show', isWatched: this.isWatched });
    return this.take(await this.mailbox.next(LONGEST_STEP));
  }

  async halt(isStop = true): Promise<RunProgress> {
    // Its break has been reported to whoever waited for a message.
    if (this.mailbox.isBroken) return this.recover();
    if (!this.running) return NO_PROGRESS;
    this.ask({ ask: 'halt', isStop });
    let all = NO_PROGRESS;
    while (this.running) all = joined(all, this.take(await this.mailbox.next(LONGEST_STEP)));
    return all;
  }

  async finish(until: RunSignals): Promise<RunProgress> {
    this.lend({ ask: 'conclude' });
    while (this.mailbox.isEmpty && !until.isStopped()) await this.nextSignal(until);
    return until.isStopped() ? this.halt() : this.take(await this.mailbox.next());
  }

  dispose(): void {
    if (!this.mailbox.isBroken) this.ask({ ask: 'end' });
    // It may still break when nobody waits for a message.
    this.worker.onerror = () => this.handle.giveUp();
  }

  /** Waits until a paint is due, the worker has reported something, or something is urgent. */
  private async waitForReport(until: RunSignals): Promise<void> {
    const { paintAt } = until;
    while (performance.now() < paintAt && this.mailbox.isEmpty && !until.isUrgent())
      await this.nextSignal(until, paintAt);
  }

  /**
   * Resolves when there is a message, when Stop or an edit may have come, or at `time` by
   * `performance.now()`.
   */
  private nextSignal(until: RunSignals, time = Infinity): Promise<void> {
    return new Promise((resolve) => {
      const timer = time < Infinity ? setTimeout(wake, time - performance.now()) : undefined;
      const unhear = until.onChange(wake);
      void this.mailbox.filled().then(wake);
      function wake(): void {
        clearTimeout(timer);
        unhear();
        resolve();
      }
    });
  }

  private get isWatched(): boolean {
    return this.trainer.onStep !== undefined;
  }

  private lend(
    ask: Omit<WorkerRequest & { readonly ask: 'go' }, keyof LentState> | { readonly ask: 'conclude' },
  ): void {
    const state = this.trainer.save();
    const pixels = this.trainer.images.lend();
    const buffers = buffersOf(state);
    if (pixels) buffers.push(pixels.buffer as ArrayBuffer);
    this.running = true;
    this.ask({ ...ask, state, pixels }, buffers);
  }

  private ask(asked: WorkerRequest, lent: Transferable[] = []): void {
    this.worker.postMessage(asked, lent);
  }

  private take(told: WorkerMessage): RunProgress {
    if (told.tell !== 'shown' && told.tell !== 'halted') return NO_PROGRESS;
    const { trainer } = this;
    if (told.tell === 'halted') {
      this.running = false;
      if (told.pixels) trainer.images.takeBack(told.pixels);
    }
    trainer.load(told.state);
    const { last } = told;
    if (last) trainer.onStep?.(last, last.optimiser, last.options, last.t, trainer.step - 1);
    return { ...told.stretch, fault: faultOf(told) };
  }

  /** The steps since the last paint are lost; the images are loaded again from this browser's store. */
  private async recover(): Promise<RunProgress> {
    this.running = false;
    this.handle.giveUp();
    await this.trainer.images.recover();
    return NO_PROGRESS;
  }
}

function faultOf({ fault }: ProgressReport): Error | undefined {
  if (!fault) return undefined;
  return fault.isDiverged ? new DivergedError(fault.message) : new Error(fault.message);
}

function joined(a: RunProgress, b: RunProgress): RunProgress {
  return {
    losses: [...a.losses, ...b.losses],
    rows: [...a.rows, ...b.rows],
    fault: a.fault ?? b.fault,
    spent: {
      stepping: a.spent.stepping + b.spent.stepping,
      evaluating: a.spent.evaluating + b.spent.evaluating,
    },
  };
}
