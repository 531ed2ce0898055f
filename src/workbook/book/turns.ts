/** Requests are carried out one at a time, whichever client they come from. */
export class Turns {
  private last = Promise.resolve();
  private isLent = false;
  /** Resolves when a turn is lent. */
  private lending = new Lending();

  /** Resolves when it is the caller's turn, with how to end it. */
  async take(): Promise<() => void> {
    const before = this.last;
    let end!: () => void;
    this.last = new Promise((resolve) => (end = resolve));
    await before;
    return end;
  }

  /** Whose turn it is has changed nothing yet, and waits: meanwhile what comes between requests is done. */
  async lend(waiting: Promise<void>): Promise<void> {
    this.isLent = true;
    this.lending.begin();
    await waiting;
    this.isLent = false;
    this.lending = new Lending();
  }

  /** Does something when no request is half carried out. */
  async between<Result>(work: () => Result): Promise<Result> {
    let isOurs = false;
    const turn = this.take().then((end) => {
      isOurs = true;
      return end;
    });
    while (!isOurs && !this.isLent) await Promise.race([turn, this.lending.begun]);
    try {
      return work();
    } finally {
      void turn.then((end) => end());
    }
  }
}

class Lending {
  begin: () => void = () => undefined;
  readonly begun = new Promise<void>((resolve) => (this.begin = resolve));
}
