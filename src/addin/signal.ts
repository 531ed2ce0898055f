/** Something that happens again and again, and whoever wants to hear of it. */
export class Signal<Told extends readonly unknown[] = []> {
  private readonly listeners = new Set<(...told: Told) => void>();

  /** @returns how to hear of it no more */
  listen(listener: (...told: Told) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  send(...told: Told): void {
    for (const listener of [...this.listeners]) listener(...told);
  }
}
