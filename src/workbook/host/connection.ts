/** The add-in in its pane: installs both hooks on a window, before office.js loads there. */
import type { Behaviour } from '../behaviour/behaviour';
import { Bridge } from './bridge';
import { DocumentCopies } from './documentCopies';
import { Executor, type Host } from './executor';
import { type CommandStatus, External } from './external';
import type { EventEntry, Json } from './wire';

/** The properties of `window` that office.js uses. */
type HookedWindow = Window & { _richApiNativeBridge?: Bridge };

/** What office.js needs of a workbook besides its objects. */
interface HostedDocument {
  readonly name: string;
  readonly behaviour: Behaviour;
  readonly settings: Map<string, Json>;
  readonly events: {
    connect(send: (entries: readonly EventEntry[]) => void, client?: number): void;
    allSent(): Promise<void>;
    settingsChanged(): void;
  };
}

export class Addin {
  /** The document as a file, as it is now; for add-ins that ask for it. */
  copy: () => Promise<Uint8Array> = () => Promise.reject(new Error('this workbook is not saved to files'));
  private connection: { bridge: Bridge; external: External } | null = null;
  private attached!: () => void;
  private readonly whenAttached = new Promise<void>((resolve) => (this.attached = resolve));

  /** @param client of Excel, in which the pane is open; that of the grid if it is absent */
  constructor(
    private readonly book: HostedDocument,
    private readonly host: Host,
    private readonly client?: number,
  ) {}

  /** A pane that is reloaded gets a new connection to the same workbook. */
  attach(target: HookedWindow): void {
    const { settings, name, behaviour, events } = this.book;
    const bridge = new Bridge(
      new Executor(this.host),
      (flags) => this.host.refusalOf(flags),
      () => events.allSent(),
    );
    const external = new External(
      settings,
      `${name}.xlsx`,
      behaviour,
      () => events.settingsChanged(),
      new DocumentCopies(() => this.copy()),
    );
    external.install(target);
    target._richApiNativeBridge = bridge;
    this.connection = { bridge, external };
    events.connect((entries) => bridge.sendEvents(entries), this.client);
    this.attached();
  }

  async runCommand(name: string, controlId: string): Promise<CommandStatus> {
    await this.whenAttached;
    return this.connection!.external.runCommand(name, controlId);
  }

  get batches(): number {
    return this.connection?.bridge.batches ?? 0;
  }

  async idle(): Promise<void> {
    await this.connection?.bridge.idle();
  }
}
