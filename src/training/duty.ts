import { breathe } from './pacing';

/**
 * Excel on Windows and Mac asks whether an add-in is to go on that keeps a processor core above 90 % in three intervals
 * of 5 s ("Resource limits and performance optimization for Office Add-ins"; in a browser there is no such limit).
 * A worker's time is the add-in's, too; what is left of the 90 % is for the pane, which paints meanwhile.
 */
const SHARE = 0.75;

/** In milliseconds of a core: so much may be computed beyond the share, 10 s without a rest. Then it is to be saved up again. */
const MOST_CREDIT = 2500;

/** In milliseconds. Timers are not exact enough for shorter rests. */
const SHORTEST_REST = 20;

export interface Clock {
  /** In milliseconds. */
  now(): number;
  /** Resolves after so many milliseconds. */
  rest(milliseconds: number): Promise<void>;
  /** Lets waiting events run, and no more. */
  breathe(): Promise<void>;
}

const CLOCK: Clock = {
  now: () => performance.now(),
  rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  breathe,
};

/** How much of a core is computed with. One for a thread, since one run may follow the other. */
export class Duty {
  private credit = MOST_CREDIT;
  private at: number;

  /** @param share of a core; 1 for all of it */
  constructor(
    private readonly share = SHARE,
    private readonly clock = CLOCK,
  ) {
    this.at = clock.now();
  }

  /** Computing begins: nothing was computed since the last breath. */
  resume(): void {
    const { clock, share } = this;
    this.credit = Math.min(MOST_CREDIT, this.credit + share * (clock.now() - this.at));
    this.at = clock.now();
  }

  /** To be awaited every few milliseconds of computing: lets waiting events run, and rests where that is due. */
  async breathe(): Promise<void> {
    const { clock, share } = this;
    this.credit -= (1 - share) * (clock.now() - this.at);
    this.at = clock.now();
    if (this.credit > 0 || share === 1) await clock.breathe();
    else await clock.rest(SHORTEST_REST - this.credit / share);
    this.resume();
  }
}
