import type { TrainerState } from '../trainerState';
import type { Training } from '../training';
import { bytesOf, stateOf } from './states';
import { afterTurn, turnBetween } from './turn';

/** A segment covers at most so many steps, so that not too many are to be taken once more. */
const MOST_STEPS = 200;
/** Characters of a segment. */
const MOST_LETTERS = 300_000;
/** So many segments are kept, all of which may have to be written in one request; the oldest ones are given up. */
const SEGMENTS = 4;
/** A state of so many bytes, most of them no zeros, would not fit. */
const MOST_BYTES = 3 * MOST_LETTERS;

/** A whole state, and what was typed since: each step between follows from what is before it. */
interface Segment {
  /** Its place among the texts. */
  readonly slot: number;
  readonly start: Turn;
  readonly turns: readonly Turn[];
}

interface Turn {
  /** After so many steps. */
  readonly step: number;
  readonly text: string;
}

/**
 * From where steps can be taken back, as texts that are kept in the workbook. As long as nobody types anything, nothing is
 * added but a whole state now and then.
 */
export class KeptJournal {
  /** The oldest first. */
  private segments: Segment[];
  /** Where the last segment has led; undefined where that is not known. */
  private last?: TrainerState;

  /**
   * @param training whose steps they are
   * @param texts as `texts` once returned them, in a workbook that was opened; what is none of these is ignored
   */
  constructor(training: Training, texts: readonly string[] = []) {
    const start = zeros(stateOf(training));
    this.segments = Array.from({ length: SEGMENTS }, (_, slot) => segmentOf(slot, texts, start)).filter(
      (segment) => segment !== undefined,
    );
    this.segments.sort((one, other) => one.start.step - other.start.step);
  }

  /** A start and the turns after it for each segment; '' for nothing. */
  get texts(): string[] {
    const texts = Array.from({ length: 2 * SEGMENTS }, () => '');
    for (const { slot, start, turns } of this.segments) {
      texts[2 * slot] = start.text;
      texts[2 * slot + 1] = turns.length ? `[${turns.map(({ text }) => text).join()}]` : '';
    }
    return texts;
  }

  /** Call before steps are taken. */
  note(state: TrainerState): void {
    const { step } = state.counts;
    const goesOn = this.last?.counts.step === step;
    // What comes after it was undone, or belonged to another training, before Reset.
    this.forgetFrom(goesOn ? step + 1 : step);
    const current = this.segments.at(-1);
    if (!goesOn || !current || step - current.start.step >= MOST_STEPS) this.begin(state);
    else this.add(turnBetween(this.last, state), current, state);
    this.last = state;
  }

  /** @param text of what led to the state; undefined where nothing was typed */
  private add(text: string | undefined, current: Segment, state: TrainerState): void {
    if (text === undefined) return;
    const { step } = state.counts;
    if (lettersOf(current) + text.length > MOST_LETTERS) this.begin(state);
    else this.segments.splice(-1, 1, { ...current, turns: [...current.turns, { step, text }] });
  }

  /** Whether there is anything that steps could follow from. */
  get isKeeping(): boolean {
    return this.segments.length > 0;
  }

  /** Call when steps were taken, before anything is typed; also when some were taken back. */
  stepped(state: TrainerState): void {
    this.last = state;
  }

  reaches(step: number): boolean {
    return this.segments.some(({ start }) => start.step <= step);
  }

  /** Forgets that so many steps, and more, were ever taken. */
  forgetFrom(step: number): void {
    this.segments = this.segments
      .filter(({ start }) => start.step < step)
      .map((segment) => ({ ...segment, turns: segment.turns.filter((turn) => turn.step < step) }));
  }

  /**
   * The states from which steps were taken, the last of them so many steps or fewer after the start; the training takes
   * the steps between them, and is anywhere afterwards.
   * @param repeat has the training take steps until there are so many
   */
  async statesUntil(
    step: number,
    training: Training,
    repeat: (until: number) => Promise<void>,
  ): Promise<TrainerState[]> {
    const segment = this.segments.filter(({ start }) => start.step <= step).at(-1);
    if (!segment) return [];
    const states = [afterTurn(zeros(stateOf(training)), segment.start.text)];
    training.load(states[0]);
    for (const turn of segment.turns.filter((each) => each.step <= step)) {
      await repeat(turn.step);
      const state = afterTurn(stateOf(training), turn.text);
      training.load(state);
      states.push(state);
    }
    return states;
  }

  private begin(state: TrainerState): void {
    const text = bytesOf(state) > MOST_BYTES ? undefined : turnBetween(undefined, state);
    if (text === undefined || text.length > MOST_LETTERS) {
      this.segments = [];
      return;
    }
    this.segments = this.segments.slice(1 - SEGMENTS);
    const taken = new Set(this.segments.map(({ slot }) => slot));
    const slot = Array.from({ length: SEGMENTS }, (_, each) => each).find((each) => !taken.has(each))!;
    this.segments.push({ slot, start: { step: state.counts.step, text }, turns: [] });
  }
}

function zeros(state: TrainerState): TrainerState {
  const arrays = Object.entries(state.arrays).map(
    ([group, named]) =>
      [group, new Map([...named].map(([name, { length }]) => [name, new Float64Array(length)]))] as const,
  );
  return { ...state, arrays: Object.fromEntries(arrays) };
}

const lettersOf = ({ start, turns }: Segment) =>
  turns.reduce((sum, { text }) => sum + text.length, start.text.length);

/** What was kept; undefined where nothing was, or nothing that a training of these shapes can take. */
function segmentOf(slot: number, texts: readonly string[], shapes: TrainerState): Segment | undefined {
  const [start, turns] = texts.slice(2 * slot, 2 * slot + 2);
  if (!start) return undefined;
  try {
    const later = (turns ? (JSON.parse(turns) as unknown[]) : []).map((each) => JSON.stringify(each));
    const [first, ...others] = [start, ...later].map((text) => {
      const { step } = afterTurn(shapes, text).counts;
      if (!Number.isInteger(step)) throw new Error('No step');
      return { step, text };
    });
    return { slot, start: first, turns: others };
  } catch {
    return undefined;
  }
}
