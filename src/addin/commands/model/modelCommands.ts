import { activeSheetId, inWorkbook } from '../../../excel/context';
import { build, WouldLose } from './build';
import { NotebookError } from '../../faults';
import type { Hands } from '../../workbook/commandContext';
import { ModelDesk } from './modelTables';

/** What a person does with model tables. */
export class ModelCommands {
  readonly desk = new ModelDesk();
  /** Sheets whose tables are to be counted anew. */
  private readonly waiting = new Set<string>();

  constructor(private readonly hands: Hands) {}

  /** Show the model table of the notebook in hand, or one to start from. */
  show(): Promise<void> {
    if (this.hands.isBusy()) return Promise.resolve();
    return this.hands.perform(() =>
      inWorkbook((context) => this.desk.show(context, this.hands.shelf.current?.record)),
    );
  }

  /** Make the page that the model table in front describes, or else that of the notebook in hand. */
  build(confirmed = false): Promise<void> {
    const { hands } = this;
    if (hands.isBusy()) return Promise.resolve();
    return hands.perform(async () => {
      try {
        await inWorkbook((context) => this.buildIn(context, confirmed));
      } catch (error) {
        if (!(error instanceof WouldLose)) throw error;
        hands.store.set({ question: { text: error.message, yes: 'Build', answer: () => this.build(true) } });
      }
    });
  }

  /** A cell of a model table was typed into. */
  edited(sheet: string): Promise<void> {
    // Edits that come in a burst are counted together; one that comes while they are read is counted after.
    if (this.waiting.has(sheet)) return Promise.resolve();
    this.waiting.add(sheet);
    return this.hands.perform(() => {
      this.waiting.delete(sheet);
      return inWorkbook(async (context) => void (await this.desk.recount(context, sheet)));
    });
  }

  private async buildIn(context: Excel.RequestContext, confirmed: boolean): Promise<void> {
    const { shelf } = this.hands;
    const record = this.desk.find(await activeSheetId(context), shelf.current?.record);
    const model = record && (await this.desk.recount(context, record.sheet));
    if (!model)
      throw new NotebookError(
        'There is no model table here yet. Press Model, change its rows, then press Build.',
      );
    const old = await shelf.notebookAt(context, model.record.notebook);
    const reading = old && (await this.hands.look(context, old));
    const problem = reading?.problems[0];
    if (problem) throw new NotebookError(`${problem.message} Nothing was built.`);
    const built = await build(context, this.desk, model, old, confirmed);
    this.hands.begin(await shelf.replace(context, old?.record, built));
    this.desk.bind(context, model.record.sheet, built);
    await context.sync();
  }
}
