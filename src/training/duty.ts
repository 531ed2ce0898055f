import { yieldToEvents } from './pacing';

/**
 * Share of a processor core that an add-in may use. Excel on Windows and Mac asks the user whether to stop an
 * add-in that keeps a core above 90 % in three intervals of 5 s ("Resource limits and performance
 * optimization for Office Add-ins"; there is no such limit in a browser). The time of a worker counts as
 * well, and the rest of the 90 % is for the pane, which paints meanwhile.
 */
const CPU_SHARE = 0.75;

/**
 * How much more than its share may be computed before a rest, in ms of a core: a run may use the whole core
 * for 10 s. The credit builds up again while nothing is computed.
 */
const MAX_CREDIT = 2500;

/** In ms. Timers are too inexact for shorter rests. */
const SHORTEST_REST = 20;

export interface Clock {
  /** The present time, in ms. */
  now(): number;
  /** Resolves after that many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Lets waiting events run, and returns at once. */
  yieldToEvents(): Promise<void>;
}

const CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  yieldToEvents,
};

/**
 * Keeps computing below a share of a processor core, by resting now and then. Each thread has one for all its
 * runs, since one run may directly follow another.
 */
export class CpuBudget {
  private credit = MAX_CREDIT;
  private at: number;

  /** @param share of a core; 1 never rests */
  constructor(
    private readonly share = CPU_SHARE,
    private readonly clock = CLOCK,
  ) {
    this.at = clock.now();
  }

  /** Call when computing begins: the time since the last `breathe` was not computed. */
  resume(): void {
    const { clock, share } = this;
    this.credit = Math.min(MAX_CREDIT, this.credit + share * (clock.now() - this.at));
    this.at = clock.now();
  }

  /**
   * Await this every few milliseconds while computing: lets waiting events run, and rests when the share is
   * used up.
   */
  async yieldOrRest(): Promise<void> {
    const { clock, share } = this;
    this.credit -= (1 - share) * (clock.now() - this.at);
    this.at = clock.now();
    if (this.credit > 0 || share === 1) await clock.yieldToEvents();
    else await clock.sleep(SHORTEST_REST - this.credit / share);
    this.resume();
  }
}
