/** An event and its listeners. */
export class Signal<Event extends readonly unknown[] = []> {
  private readonly listeners = new Set<(...event: Event) => void>();

  /** @returns a function that stops listening */
  listen(listener: (...event: Event) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  send(...event: Event): void {
    for (const listener of [...this.listeners]) listener(...event);
  }
}
