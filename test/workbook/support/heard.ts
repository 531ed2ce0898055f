/** What an add-in hears, line by line, and a way to wait until it has heard something. */
export class Heard {
  readonly lines: string[] = [];
  private waiting: (() => void)[] = [];

  add(line: string): void {
    this.lines.push(line);
    for (const look of this.waiting.splice(0)) look();
  }

  /** Resolves when all of these lines have been heard, in whatever order. */
  async all(...wanted: string[]): Promise<void> {
    while (!wanted.every((line) => this.lines.includes(line)))
      await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
