/**
 * Hook 2 of office.js, `window.external`: the part of the desktop host that starts the library, keeps document
 * settings and runs ribbon commands.
 */
import type { Behaviour } from '../behaviour/behaviour';
import type { CopyAnswer, DocumentCopies } from './documentCopies';
import type { Json } from './wire';

/** Numbers of calls and events on this interface. */
const COMMAND_COMPLETED = 94;
const COMMAND_INVOKED = 39;
const NOT_SUPPORTED = 5000;

/** The requirement sets of this host; the npm library knows no later ExcelApi. */
const REQUIREMENT_SETS = {
  AddinCommands: '1.1',
  CompressedFile: '1.1',
  DelayForCellEdit: '1.1',
  ExcelApi: '1.15',
  Settings: '1.1',
  SharedRuntime: '1.1',
};

const requirementSetsOf = ({ cellEdit }: Behaviour) => {
  const { DelayForCellEdit, ...others } = REQUIREMENT_SETS;
  return cellEdit === 'alwaysFails' ? others : { DelayForCellEdit, ...others };
};

/** Host, client, version of its library, language, and that nothing is reported to Microsoft. */
const hostInfoOf = ({ client }: Behaviour) =>
  `Excel$${client === 'mac' ? 'Mac$16.00' : 'Win32$16.01'}$en-US$$$disableLogging$0`;

type Handler = (event: number, payload: VbArray) => void;
type Callback = (answer: number | VbArray) => void;

/** A stand-in for an ActiveX array, from which the library unpacks arguments. */
interface VbArray {
  toArray(): unknown[];
}
const vbArray = (items: unknown[]): VbArray => ({ toArray: () => items });

/** An error number alone, or the number of success and what is answered. */
const withStatus = (answer: CopyAnswer): number | VbArray =>
  typeof answer === 'number' ? answer : vbArray([0, vbArray([...answer])]);

/** Result of a ribbon command: 0 is success, anything else an error number of the library. */
export type CommandStatus = number;

export class External {
  private readonly handlers = new Map<number, Handler>();
  private readonly pending = new Map<string, (status: CommandStatus) => void>();
  private readonly ready: Promise<void>;
  private commandsReady!: () => void;
  private next = 1;

  constructor(
    private readonly settings: Map<string, Json>,
    private readonly documentName: string,
    private readonly behaviour: Behaviour,
    private readonly settingsSaved: () => void,
    private readonly copies: DocumentCopies,
  ) {
    this.ready = new Promise((resolve) => (this.commandsReady = resolve));
  }

  /** Runs a function that the add-in has associated; resolves when it calls `event.completed()`. */
  async runCommand(name: string, controlId: string): Promise<CommandStatus> {
    await this.ready;
    const id = `command${this.next++}`;
    return new Promise((resolve) => {
      this.pending.set(id, resolve);
      const event = JSON.stringify({ source: { id: controlId } });
      this.handlers.get(COMMAND_INVOKED)?.(COMMAND_INVOKED, vbArray([id, name, event]));
    });
  }

  /** Must be called before office.js runs in that window. */
  install(target: Window): void {
    const api = this.api();
    Object.defineProperty(target, 'external', { value: api, configurable: true, writable: true });
  }

  private api() {
    return {
      GetHostInfo: () => hostInfoOf(this.behaviour),
      GetContext: () => this.context(),
      GetLoggingAllowed: () => false,
      Execute: (call: number, params: unknown, callback: Callback) => this.execute(call, params, callback),
      RegisterEvent: (event: number, _target: string, handler: Handler, callback: Callback) => {
        this.handlers.set(event, handler);
        setTimeout(() => {
          callback(0);
          if (event === COMMAND_INVOKED) this.commandsReady();
        });
      },
      UnregisterEvent: (event: number, _target: string, callback: Callback) => {
        this.handlers.delete(event);
        setTimeout(() => callback(0));
      },
      MessageParent2: () => undefined,
      MessageChild2: () => undefined,
    };
  }

  private execute(call: number, params: unknown, callback: Callback): void {
    const copy = Array.isArray(params) ? this.copies.answer(call, params) : undefined;
    if (copy) {
      void copy.then((answer) => callback(withStatus(answer)));
      return;
    }
    if (call !== COMMAND_COMPLETED || !Array.isArray(params)) {
      setTimeout(() => callback(NOT_SUPPORTED));
      return;
    }
    const id = String(params[0]);
    this.pending.get(id)?.(Number(params[1]));
    this.pending.delete(id);
    setTimeout(() => callback(0));
  }

  private context() {
    const { settings, documentName, behaviour, settingsSaved } = this;
    return {
      GetActivationMode: () => 2,
      GetAppCapabilities: () => 0,
      GetAppDataLocale: () => 'en-US',
      GetAppType: () => 1,
      GetAppUILocale: () => 'en-US',
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 0,
      GetCommerceAllowed: () => false,
      GetControlIntegrationLevel: () => 2,
      GetCorrelationId: () => '',
      GetDocUrl: () => documentName,
      GetHostFullVersion: () => '16.0.19000.20000',
      GetInitialDisplayMode: () => 2,
      GetInstanceId: () => 'embedded-workbook',
      GetOfficeThemeInfo: () =>
        JSON.stringify({
          primaryFontColor: 0x262626,
          primaryBackgroundColor: 0xffffff,
          secondaryFontColor: 0x262626,
          secondaryBackgroundColor: 0xf3f3f3,
        }),
      GetSettings: () => ({
        Read(keys: string[], values: string[]) {
          for (const [key, value] of settings) {
            keys.push(key);
            values.push(JSON.stringify(value));
          }
        },
        Write(keys: string[], values: string[]) {
          settings.clear();
          keys.forEach((key, i) => settings.set(key, JSON.parse(values[i])));
          settingsSaved();
        },
      }),
      GetSolutionRef: () => 'embedded-workbook',
      GetSolutionToken: () => '',
      GetSupportedMatrix: () => JSON.stringify(requirementSetsOf(behaviour)),
      GetTouchEnabled: () => false,
    };
  }
}
