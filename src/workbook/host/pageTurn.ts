/** After so long without a turn of the event loop, in ms, one is taken: a person at the page waits for no longer. */
const LONGEST_MS = 50;

/**
 * Requests that follow each other at once, each as soon as the one before was answered, would be one long task of the page:
 * in Excel each goes a long way. Between them the page is given a turn from time to time.
 */
export class PageTurn {
  /** As `performance.now`; undefined where no request has come since the last turn. */
  private since: number | undefined;

  /** A request has come. */
  begin(): void {
    if (this.since !== undefined) return;
    this.since = performance.now();
    void nextTurn().then(() => (this.since = undefined));
  }

  /** Resolves at once, or, where it was long ago, after the page's next turn. */
  async take(): Promise<void> {
    if (this.since === undefined || performance.now() - this.since < LONGEST_MS) return;
    await nextTurn();
    this.begin();
  }
}

/** What is waiting in the event loop is done before: input, timers, painting. */
function nextTurn(): Promise<void> {
  // Timers that follow each other are slowed down by browsers.
  if (typeof MessageChannel === 'undefined') return new Promise((resolve) => setTimeout(resolve));
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
