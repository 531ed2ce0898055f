import type { DataSpec } from '../../notebook/sheet/spec';
import { DivergedError } from '../diverged';
import { CpuBudget } from '../duty';
import { LastStep } from '../lastStep';
import { Images } from '../images';
import { StepLoop } from '../stepping';
import { buffersOf } from '../trainerState';
import { Training } from '../training';
import type { WorkerRequest, LentState, MessageChannelEnd, ProgressReport, WorkerMessage } from './messages';

/** The worker's side: serves one run after the other, each with its own training. */
export function serve(line: MessageChannelEnd): void {
  let run: ServedRun | undefined;
  const drawn = new DrawnImages();
  const duties = { resting: new CpuBudget(), restless: new CpuBudget(1) };
  const tell = (told: WorkerMessage, lent: Transferable[] = []) => line.postMessage(told, lent);
  const answer = async (data: WorkerRequest): Promise<void> => {
    switch (data.ask) {
      case 'begin':
        run = startRun(data, drawn, data.rests ? duties.resting : duties.restless, tell);
        return tell({ tell: run ? 'begun' : 'unable' });
      case 'end':
        run = undefined;
        return;
      case 'go':
        run?.watch(data.isWatched);
        return run?.work(data, (stepping, isDue, isStopped) => stepping.run(data.most, isDue, isStopped));
      case 'conclude':
        return run?.work(data, (stepping, _isDue, isStopped) => stepping.finish(isStopped));
      case 'show':
        run?.watch(data.isWatched);
        return run?.show();
      case 'halt':
        return run?.halt(data.isStop);
    }
  };
  const broken = (fault: unknown) => tell({ tell: 'broken', message: messageOf(fault) });
  line.onmessage = ({ data }: MessageEvent<WorkerRequest>) => void answer(data).catch(broken);
  tell({ tell: 'ready' });
}

type Telling = (told: WorkerMessage, lent?: Transferable[]) => void;

/** Keeps a generator's images from run to run, so that validation images are drawn only once. */
class DrawnImages {
  private key?: string;
  private images?: Images;

  of(data: DataSpec): Images {
    const key = JSON.stringify(data);
    if (!this.images || key !== this.key) [this.key, this.images] = [key, new Images(data)];
    return this.images;
  }
}

function startRun(
  asked: WorkerRequest & { readonly ask: 'begin' },
  drawn: DrawnImages,
  duty: CpuBudget,
  tell: Telling,
): ServedRun | undefined {
  try {
    const { data } = asked.spec;
    const images = asked.set ? new Images(data, asked.set) : drawn.of(data);
    // The pixels arrive with each request to run, and go back with the answer.
    images.lend();
    return new ServedRun(new Training(asked.spec, images, asked.kernels), duty, tell);
  } catch {
    return undefined;
  }
}

type Work = (stepping: StepLoop, isDue: () => boolean, isStopped: () => boolean) => Promise<void>;

class ServedRun {
  private readonly stepping: StepLoop;
  private lastStep?: LastStep;
  private isRunning = false;
  private isHalted = false;
  private isStopped = false;

  constructor(
    private readonly training: Training,
    duty: CpuBudget,
    private readonly tell: Telling,
  ) {
    this.stepping = new StepLoop(training, duty);
  }

  /** Runs from where the pane's trainer is, until all is done or the pane asks to halt. */
  async work({ state, pixels }: LentState, work: Work): Promise<void> {
    const { training, stepping } = this;
    [this.isRunning, this.isHalted, this.isStopped] = [true, false, false];
    let thrown: unknown;
    try {
      if (pixels) training.images.takeBack(pixels);
      training.load(state);
      await work(
        stepping,
        () => this.isHalted,
        () => this.isStopped,
      );
    } catch (error) {
      thrown = error;
    }
    this.isRunning = false;
    const progress = this.news(thrown);
    const back = training.images.lend();
    this.tell({ tell: 'halted', pixels: back, ...progress }, [
      ...buffersOf(progress.state),
      ...(back ? [back.buffer as ArrayBuffer] : []),
    ]);
  }

  /** Reports progress, and goes on. */
  show(): void {
    // It has halted by itself, and reported that already.
    if (!this.isRunning) return;
    const news = this.news();
    // A number on the page that is not finite ends the run: the step that led there was undone.
    if (news.fault) this.isHalted = true;
    this.tell({ tell: 'shown', ...news }, buffersOf(news.state));
  }

  halt(isStop: boolean): void {
    this.isHalted = true;
    this.isStopped ||= isStop;
  }

  /** What the last step was computed from is recorded only while it is wanted. */
  watch(isWatched: boolean): void {
    if (isWatched === (this.lastStep !== undefined)) return;
    const steps = isWatched ? new LastStep() : undefined;
    this.lastStep = steps;
    this.training.onStep = steps && ((...step) => steps.note(...step));
  }

  private news(thrown?: unknown): ProgressReport {
    const { fault, ...stretch } = this.stepping.takeProgress(thrown);
    return {
      stretch,
      fault:
        fault === undefined
          ? undefined
          : { message: messageOf(fault), isDiverged: fault instanceof DivergedError },
      state: this.training.save({ andPage: true }),
      last: this.lastStep?.leadingTo(this.training.step),
    };
  }
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
