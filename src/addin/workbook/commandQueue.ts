/** Commands wait for each other. */
export class CommandQueue {
  private last: Promise<void> = Promise.resolve();

  /** @param command which reports its faults by itself */
  add(command: () => Promise<void>): Promise<void> {
    this.last = this.last.then(command);
    return this.last;
  }

  /** Resolves when every command so far, and what followed from it, is done; `pause` lets waiting events in. */
  async idle(pause: () => Promise<void>): Promise<void> {
    let waited: Promise<void>;
    do {
      waited = this.last;
      await pause();
      await waited;
    } while (waited !== this.last);
  }
}
