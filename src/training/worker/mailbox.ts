import { trainingTexts } from '../../texts/training';
import type { Tell } from './messages';

/** What a worker has told, in turn. */
export class Mailbox {
  private readonly letters: Tell[] = [];
  private broken?: Error;
  private wake?: () => void;

  put(letter: Tell): void {
    this.letters.push(letter);
    this.wake?.();
  }

  /** Nothing will come any more. */
  break(fault: Error): void {
    this.broken = fault;
    this.wake?.();
  }

  get isEmpty(): boolean {
    return this.letters.length === 0 && !this.broken;
  }

  get isBroken(): boolean {
    return this.broken !== undefined;
  }

  /** Resolves when there is something, or never will be. One at a time may wait. */
  filled(): Promise<void> {
    if (!this.isEmpty) return Promise.resolve();
    return new Promise((resolve) => (this.wake = resolve));
  }

  /**
   * @param patience to wait no longer than so many milliseconds; without it, however long it takes
   * @throws Error when the worker broke, or let wait for too long: then nothing is expected of it any more
   */
  async next(patience?: number): Promise<Tell> {
    const timer = patience && setTimeout(() => this.break(new Error(trainingTexts.worker.silent)), patience);
    await this.filled();
    clearTimeout(timer);
    const letter = this.letters.shift();
    if (letter) return letter;
    throw this.broken!;
  }
}
