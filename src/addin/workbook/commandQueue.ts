/** Runs commands one after the other. */
export class CommandQueue {
  private last: Promise<void> = Promise.resolve();

  /** @param command must handle its own errors */
  add(command: () => Promise<void>): Promise<void> {
    this.last = this.last.then(command);
    return this.last;
  }

  /** Resolves when all commands so far, and their consequences, are done. `pause` lets waiting events in. */
  async idle(pause: () => Promise<void>): Promise<void> {
    let waited: Promise<void>;
    do {
      waited = this.last;
      await pause();
      await waited;
    } while (waited !== this.last);
  }
}
