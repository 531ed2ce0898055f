import { trainingTexts } from '../../texts/training';
import type { WorkerMessage } from './messages';

/** Messages from a worker, in order. */
export class Mailbox {
  private readonly letters: WorkerMessage[] = [];
  private broken?: Error;
  private wake?: () => void;

  put(letter: WorkerMessage): void {
    this.letters.push(letter);
    this.wake?.();
  }

  /** Call when no more messages will come. */
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

  /** Resolves when there is a message or the worker broke. Only one caller may wait at a time. */
  filled(): Promise<void> {
    if (!this.isEmpty) return Promise.resolve();
    return new Promise((resolve) => (this.wake = resolve));
  }

  /**
   * The next message.
   *
   * @param patience longest wait in ms; without it, unlimited
   * @throws Error when the worker broke or the wait was too long; the mailbox then counts as broken
   */
  async next(patience?: number): Promise<WorkerMessage> {
    const timer = patience && setTimeout(() => this.break(new Error(trainingTexts.worker.silent)), patience);
    await this.filled();
    clearTimeout(timer);
    const letter = this.letters.shift();
    if (letter) return letter;
    throw this.broken!;
  }
}
