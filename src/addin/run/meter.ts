import type { Stepper, RunProgress } from '../../training/stepper';

/**
 * Measures where the time of a run goes: shown among the timings of the browser's developer tools, and read
 * by the benchmark.
 */
export class Meter {
  private readonly from = performance.now();
  private readonly spent = { steps: 0, stepping: 0, evaluating: 0 };

  constructor(private readonly stepper: Stepper) {}

  add({ losses, spent: { stepping, evaluating } }: RunProgress): void {
    this.spent.steps += losses.length;
    this.spent.stepping += stepping;
    this.spent.evaluating += evaluating;
  }

  measure(): void {
    const detail = { ...this.spent, inWorker: !this.stepper.sharesThread };
    // In test environments a window may have no timings.
    performance.measure?.('Cellvolution run', { start: this.from, detail });
  }
}
