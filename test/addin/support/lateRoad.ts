import { between, isEvent } from './bridge';

/**
 * The road between add-in and workbook as in Excel: what travels on it takes its time, now more and now less. Requests stay
 * in their order, and so do answers, and so do events; but an event may overtake an answer, and an answer an event.
 */
export class LateRoad {
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly restore: () => void;

  /** @param turnsOf how many turns of the event loop the next message takes */
  constructor(private readonly turnsOf: () => number) {
    this.restore = between((bridge) => ({
      sendMessageToHost: (text) => this.travel('requests', () => bridge.sendMessageToHost(text)),
      onMessageFromHost: (text) =>
        this.travel(isEvent(text) ? 'events' : 'answers', () => bridge.onMessageFromHost(text)),
      idle: async () => {
        await this.empty();
        await bridge.idle();
        await this.empty();
      },
    }));
  }

  close(): void {
    this.restore();
  }

  private travel(lane: string, arrive: () => void): void {
    const turns = this.turnsOf();
    const before = this.lanes.get(lane) ?? Promise.resolve();
    this.lanes.set(
      lane,
      before.then(async () => {
        for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve));
        arrive();
      }),
    );
  }

  private async empty(): Promise<void> {
    await Promise.all(this.lanes.values());
  }
}
