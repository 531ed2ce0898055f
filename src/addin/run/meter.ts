import type { Stepper, Stretch } from '../../training/stepper';

/** Where the time of a run went: seen among the timings of the browser's developer tools, and read by the bench. */
export class Meter {
  private readonly from = performance.now();
  private readonly spent = { steps: 0, stepping: 0, evaluating: 0 };

  constructor(private readonly stepper: Stepper) {}

  add({ losses, spent: { stepping, evaluating } }: Stretch): void {
    this.spent.steps += losses.length;
    this.spent.stepping += stepping;
    this.spent.evaluating += evaluating;
  }

  measure(): void {
    const detail = { ...this.spent, inWorker: !this.stepper.sharesThread };
    // Test environments play a window without timings.
    performance.measure?.('Cellvolution run', { start: this.from, detail });
  }
}
