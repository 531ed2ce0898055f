/** A request that took so long, in ms, is answered after another turn: what the add-in does with the answer is another task. */
const LONG_MS = 20;

/**
 * Requests that follow each other at once, each as soon as the one before was answered, would be one long task of the page, and
 * so would be a request with what the add-in computed before it: in Excel each goes a long way. So each waits for a turn of the
 * event loop.
 */
export class PageTurn {
  /** As `performance.now`. */
  private since = 0;

  /** Before a request is carried out. */
  async begin(): Promise<void> {
    await nextTurn();
    this.since = performance.now();
  }

  /** Before its answer. */
  async end(): Promise<void> {
    if (performance.now() - this.since >= LONG_MS) await nextTurn();
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
