/** How long an event may be on its way before it counts as not sent, in ms. */
const PATIENCE = 3000;

/** What of an event was heard, one after the other. */
export class Heard {
  readonly events: unknown[] = [];
  private waiting: (() => void)[] = [];

  add(event: unknown): void {
    this.events.push(event);
    for (const look of this.waiting.splice(0)) look();
  }

  /** Resolves when so many have come, or when they should have. @returns all that have come */
  async atLeast(count: number): Promise<unknown[]> {
    const deadline = performance.now() + PATIENCE;
    while (this.events.length < count) {
      const left = deadline - performance.now();
      if (left <= 0) break;
      await this.next(left);
    }
    return [...this.events];
  }

  private next(patience: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
