import type { DataSpec } from '../../notebook/sheet/spec';
import { DivergedError } from '../diverged';
import { Duty } from '../duty';
import { LastStep } from '../lastStep';
import { Images } from '../images';
import { Stepping } from '../stepping';
import { buffersOf } from '../trainerState';
import { Training } from '../training';
import type { Ask, Lent, Line, News, Tell } from './messages';

/** The worker's end of the line: one run after the other, each with a training of its own. */
export function serve(line: Line): void {
  let run: ServedRun | undefined;
  const drawn = new DrawnImages();
  const duties = { resting: new Duty(), restless: new Duty(1) };
  const tell = (told: Tell, lent: Transferable[] = []) => line.postMessage(told, lent);
  const answer = async (data: Ask): Promise<void> => {
    switch (data.ask) {
      case 'begin':
        run = begun(data, drawn, data.rests ? duties.resting : duties.restless, tell);
        return tell({ tell: run ? 'begun' : 'unable' });
      case 'end':
        run = undefined;
        return;
      case 'go':
        run?.watch(data.isWatched);
        return run?.work(data, (stepping, isDue, isStopped) => stepping.go(data.most, isDue, isStopped));
      case 'conclude':
        return run?.work(data, (stepping, _isDue, isStopped) => stepping.conclude(isStopped));
      case 'show':
        run?.watch(data.isWatched);
        return run?.show();
      case 'halt':
        return run?.halt(data.isStop);
    }
  };
  const broken = (fault: unknown) => tell({ tell: 'broken', message: messageOf(fault) });
  line.onmessage = ({ data }: MessageEvent<Ask>) => void answer(data).catch(broken);
  tell({ tell: 'ready' });
}

type Telling = (told: Tell, lent?: Transferable[]) => void;

/** Images that are drawn here stay for the next run: those to validate with are drawn once. */
class DrawnImages {
  private key?: string;
  private images?: Images;

  of(data: DataSpec): Images {
    const key = JSON.stringify(data);
    if (!this.images || key !== this.key) [this.key, this.images] = [key, new Images(data)];
    return this.images;
  }
}

function begun(
  asked: Ask & { readonly ask: 'begin' },
  drawn: DrawnImages,
  duty: Duty,
  tell: Telling,
): ServedRun | undefined {
  try {
    const { data } = asked.spec;
    const images = asked.set ? new Images(data, asked.set) : drawn.of(data);
    // Its pixels come with each stretch of the run, and go back with it.
    images.lend();
    return new ServedRun(new Training(asked.spec, images, asked.kernels), duty, tell);
  } catch {
    return undefined;
  }
}

type Work = (stepping: Stepping, isDue: () => boolean, isStopped: () => boolean) => Promise<void>;

class ServedRun {
  private readonly stepping: Stepping;
  private steps?: LastStep;
  private isGoing = false;
  private isHalted = false;
  private isStopped = false;

  constructor(
    private readonly training: Training,
    duty: Duty,
    private readonly tell: Telling,
  ) {
    this.stepping = new Stepping(training, duty);
  }

  /** From where the pane's trainer stands, until all is done or it is asked to halt. */
  async work({ state, pixels }: Lent, work: Work): Promise<void> {
    const { training, stepping } = this;
    [this.isGoing, this.isHalted, this.isStopped] = [true, false, false];
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
    this.isGoing = false;
    const news = this.news(thrown);
    const back = training.images.lend();
    this.tell({ tell: 'halted', pixels: back, ...news }, [
      ...buffersOf(news.state),
      ...(back ? [back.buffer as ArrayBuffer] : []),
    ]);
  }

  /** Tell how far it is, and go on. */
  show(): void {
    // It has halted by itself, and said so already.
    if (!this.isGoing) return;
    const news = this.news();
    // What is wrong with the page ends the run: the step that led there was taken back.
    if (news.fault) this.isHalted = true;
    this.tell({ tell: 'shown', ...news }, buffersOf(news.state));
  }

  halt(isStop: boolean): void {
    this.isHalted = true;
    this.isStopped ||= isStop;
  }

  /** What the last step was made from is kept only as long as somebody wants to know. */
  watch(isWatched: boolean): void {
    if (isWatched === (this.steps !== undefined)) return;
    const steps = isWatched ? new LastStep() : undefined;
    this.steps = steps;
    this.training.onStep = steps && ((...step) => steps.note(...step));
  }

  private news(thrown?: unknown): News {
    const { fault, ...stretch } = this.stepping.tell(thrown);
    return {
      stretch,
      fault:
        fault === undefined
          ? undefined
          : { message: messageOf(fault), isDiverged: fault instanceof DivergedError },
      state: this.training.save({ andPage: true }),
      last: this.steps?.leadingTo(this.training.step),
    };
  }
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
