import { trainingTexts } from '../../texts/training';
import { DivergedError } from '../diverged';
import { NOTHING, type Stepper, type Stretch, type Until } from '../stepper';
import { buffersOf } from '../trainerState';
import type { Trainer } from '../trainer';
import { Mailbox } from './mailbox';
import type { Ask, Lent, News, Tell } from './messages';
import { PATIENCE, type OpenWorker, type WorkerHandle } from './workerHandle';

/** A worker hears nothing while it takes a step; one that takes longer than this, in milliseconds, is taken for dead. */
const LONGEST_STEP = 10_000;

/**
 * Steps in a worker, which goes on while the pane paints. For as long as it goes it has the images, too, and the
 * trainer's numbers as they were; whenever it halts, all of them come back. So edits find everything here, and
 * the worker is told all anew after them.
 */
export class WorkerStepper implements Stepper {
  readonly sharesThread = false;
  private going = false;
  private readonly mail = new Mailbox();

  private constructor(
    private readonly handle: WorkerHandle,
    private readonly worker: OpenWorker,
    private readonly trainer: Trainer,
  ) {
    const broken = (message: string) => this.mail.break(new Error(trainingTexts.worker.brokeOff(message)));
    worker.onmessage = ({ data }: MessageEvent<Tell>) =>
      data.tell === 'broken' ? broken(data.message) : this.mail.put(data);
    worker.onerror = ({ message }) => broken(message);
    worker.onmessageerror = () => this.mail.break(new Error(trainingTexts.worker.unreadable));
  }

  /**
   * @param options.rests leave the processor a rest, see `Duty`
   * @returns undefined when there is no worker, it cannot train this notebook, or is not there any more
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
      return (await stepper.mail.next(PATIENCE)).tell === 'begun' ? stepper : undefined;
    } catch {
      handle.giveUp();
      return undefined;
    }
  }

  get isGoing(): boolean {
    return this.going;
  }

  async advance(most: number, until: Until): Promise<Stretch> {
    if (!this.going) {
      if (until.isUrgent()) return NOTHING;
      this.lend({ ask: 'go', most, isWatched: this.isWatched });
    }
    await this.look(until);
    if (until.isUrgent()) return this.halt(until.isStopped());
    if (this.mail.isEmpty) this.ask({ ask: 'show', isWatched: this.isWatched });
    return this.take(await this.mail.next(LONGEST_STEP));
  }

  async halt(isStop = true): Promise<Stretch> {
    // Whoever waited for it last was told.
    if (this.mail.isBroken) return this.recover();
    if (!this.going) return NOTHING;
    this.ask({ ask: 'halt', isStop });
    let all = NOTHING;
    while (this.going) all = joined(all, this.take(await this.mail.next(LONGEST_STEP)));
    return all;
  }

  async conclude(until: Until): Promise<Stretch> {
    this.lend({ ask: 'conclude' });
    while (this.mail.isEmpty && !until.isStopped()) await this.woken(until);
    return until.isStopped() ? this.halt() : this.take(await this.mail.next());
  }

  end(): void {
    if (!this.mail.isBroken) this.ask({ ask: 'end' });
    // It may break while nobody listens.
    this.worker.onerror = () => this.handle.giveUp();
  }

  /** Until a paint is due, it has halted by itself, or something is urgent. */
  private async look(until: Until): Promise<void> {
    const { paintAt } = until;
    while (performance.now() < paintAt && this.mail.isEmpty && !until.isUrgent())
      await this.woken(until, paintAt);
  }

  /** Resolves when there is mail, Stop or an edit, or it is a time by `performance.now()`. */
  private woken(until: Until, time = Infinity): Promise<void> {
    return new Promise((resolve) => {
      const timer = time < Infinity ? setTimeout(wake, time - performance.now()) : undefined;
      const unhear = until.onChange(wake);
      void this.mail.filled().then(wake);
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

  private lend(ask: Omit<Ask & { readonly ask: 'go' }, keyof Lent> | { readonly ask: 'conclude' }): void {
    const state = this.trainer.save();
    const pixels = this.trainer.images.lend();
    const buffers = buffersOf(state);
    if (pixels) buffers.push(pixels.buffer as ArrayBuffer);
    this.going = true;
    this.ask({ ...ask, state, pixels }, buffers);
  }

  private ask(asked: Ask, lent: Transferable[] = []): void {
    this.worker.postMessage(asked, lent);
  }

  private take(told: Tell): Stretch {
    if (told.tell !== 'shown' && told.tell !== 'halted') return NOTHING;
    const { trainer } = this;
    if (told.tell === 'halted') {
      this.going = false;
      if (told.pixels) trainer.images.takeBack(told.pixels);
    }
    trainer.load(told.state);
    const { last } = told;
    if (last) trainer.onStep?.(last, last.optimiser, last.options, last.t, trainer.step - 1);
    return { ...told.stretch, fault: faultOf(told) };
  }

  /** The steps since the last paint are lost; the images are kept on this machine. */
  private async recover(): Promise<Stretch> {
    this.going = false;
    this.handle.giveUp();
    await this.trainer.images.recover();
    return NOTHING;
  }
}

function faultOf({ fault }: News): Error | undefined {
  if (!fault) return undefined;
  return fault.isDiverged ? new DivergedError(fault.message) : new Error(fault.message);
}

function joined(a: Stretch, b: Stretch): Stretch {
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
