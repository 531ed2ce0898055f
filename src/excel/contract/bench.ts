import { Heard } from './heard';
import type { ScratchSheets } from './scratchSheets';

/** Anything of office.js that can be loaded. */
interface Loadable {
  load(paths: string): unknown;
}

/** What a clause works with: an empty scratch sheet, and ways to see what becomes of it, to be taken out by name. */
export class Bench {
  private readonly registered: { remove(): void }[] = [];

  constructor(
    readonly context: Excel.RequestContext,
    readonly sheet: Excel.Worksheet,
    private readonly sheets: ScratchSheets,
    /** Formulas must be calculated before they are read. */
    private readonly calculates: boolean,
  ) {}

  /** A name that no sheet has; one that gets it is removed in the end. */
  readonly newName = (): string => this.sheets.newName();

  /** Queue one more sheet, whose name ends with these words. */
  readonly addSheet = (words = ''): Excel.Worksheet => this.sheets.addOne(words);

  /** Send what is queued. @returns what members of an object hold then, by their paths: of one path, the value itself */
  readonly read = async (object: Loadable, ...paths: readonly string[]): Promise<unknown> => {
    if (this.calculates) this.context.application.calculate('Recalculate');
    object.load(paths.join(','));
    await this.context.sync();
    const values = paths.map((path) => valueAt(object, path.split('/')));
    return paths.length === 1 ? values[0] : values;
  };

  /** Queue something and send it. @returns the code of the error that it ends with, or "done" */
  readonly outcome = async (queue: () => void): Promise<string> => {
    try {
      queue();
      await this.context.sync();
      return 'done';
    } catch (error) {
      return String((error as Partial<OfficeExtension.Error>).code ?? error);
    }
  };

  /** Listen to events from now on. @param line what is kept of each; undefined of those that are of no interest */
  readonly listen = async <Args>(
    handlers: OfficeExtension.EventHandlers<Args>,
    line: (args: Args) => unknown,
  ): Promise<Heard> => {
    const heard = new Heard();
    const hear = async (args: Args) => {
      const said = line(args);
      if (said !== undefined) heard.add(said);
    };
    this.registered.push(handlers.add(hear));
    await this.context.sync();
    return heard;
  };

  /** Queue the end of all listening. */
  close(): void {
    for (const handler of this.registered.splice(0)) handler.remove();
  }
}

/** Through collections, the values of all items. */
function valueAt(object: unknown, [name, ...rest]: readonly string[]): unknown {
  const value = (object as Readonly<Record<string, unknown>>)[name];
  if (rest.length === 0) return value;
  return Array.isArray(value) ? value.map((each) => valueAt(each, rest)) : valueAt(value, rest);
}
