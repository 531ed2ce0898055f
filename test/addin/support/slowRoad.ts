import { between, isEvent, quiet } from './bridge';

/**
 * The road between add-in and workbook, long as in Excel on the web: what travels on it, a request one way and its answer
 * the other, arrives only when the test lets it. Events come at once.
 */
export class SlowRoad {
  private readonly travelling: (() => void)[] = [];
  private isOpen = false;
  private wake: () => void = () => undefined;
  private readonly restore: () => void;

  constructor() {
    this.restore = between(({ sendMessageToHost, onMessageFromHost }) => ({
      sendMessageToHost: (text) => this.travel(() => sendMessageToHost(text)),
      onMessageFromHost: (text) => {
        if (isEvent(text)) onMessageFromHost(text);
        else this.travel(() => onMessageFromHost(text));
      },
    }));
  }

  /** Lets so many arrive, one after the other. @returns while the next is on its way */
  async arrivals(count: number): Promise<void> {
    for (let arrived = 0; arrived <= count; arrived++) {
      if (this.travelling.length === 0) await new Promise<void>((resolve) => (this.wake = resolve));
      if (arrived < count) this.travelling.shift()!();
    }
  }

  /** What a person has just done is heard; from then on everything arrives. */
  async open(): Promise<void> {
    await quiet();
    this.isOpen = true;
    for (const arrive of this.travelling.splice(0)) arrive();
  }

  close(): void {
    this.restore();
  }

  private travel(arrive: () => void): void {
    if (this.isOpen) return arrive();
    this.travelling.push(arrive);
    this.wake();
  }
}
