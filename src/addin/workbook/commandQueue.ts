/** Commands wait for each other; one that fails tells so and ends alone. */
export class CommandQueue {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly onFault: (error: unknown) => void) {}

  /** Resolves when the command is done, also when it failed. */
  perform(command: () => Promise<void>): Promise<void> {
    this.last = this.last.then(command).catch((error: unknown) => this.onFault(error));
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
