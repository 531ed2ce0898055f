import { activeSheetId, inWorkbook } from '../../../excel/context';
import { selectCells } from '../../../excel/read/activeCell';
import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import type { ModelRecord } from '../../../excel/sheets/model/modelRecords';
import { parseA1 } from '../../../notebook/sheet/address';
import { explain } from '../../faults';
import type { Pipeline, Work } from '../../workbook/pipeline';
import { loaded } from '../../loaded';
import type { Models } from './buildCommand';
import type { ReadModel } from './modelTable';
import { ModelTables } from './modelTables';

/** Commands for model tables. */
export class ModelCommands {
  readonly tables = new ModelTables();
  /** By sheet: the command that updates its computed columns. */
  private readonly counting = new Map<string, Work>();
  /** Whether the pane lists the rows of the table. */
  private isListed = false;

  constructor(private readonly pipeline: Pipeline) {}

  /** Shows the model table of the active notebook, or a new one. */
  readonly show: Work = {
    name: 'Model',
    whileRunning: 'refuse',
    work: async ({ notebooks, store }) => {
      await inWorkbook((context) => this.showTable(context, notebooks.active?.record));
      store.set({ asked: { section: 'model' } });
    },
  };

  /**
   * Builds the notebook that the model table on the active sheet describes, or else the table of the active
   * notebook.
   */
  readonly build: Work = this.building(false);

  /** Reads the table that `build` is about, for the pane; writes nothing. */
  private readonly look: Work = {
    name: 'Read the model',
    whileRunning: 'wait',
    once: true,
    isUnasked: true,
    work: ({ notebooks, store }) =>
      inWorkbook(async (context) => {
        const record = this.tables.find(await activeSheetId(context), notebooks.active?.record);
        if (!(record && (await this.read(context, record)))) store.set({ model: undefined });
      }),
  };

  /** Call when the pane begins to list the rows of the table. */
  list(): Promise<void> {
    this.isListed = true;
    return this.pipeline.perform(this.look);
  }

  /**
   * Call when a cell of a model table was edited.
   * @param isRemote by a co-author, whose add-in writes the counts
   */
  edited(sheet: string, isRemote = false): Promise<void> {
    if (isRemote) return this.pipeline.perform(this.look);
    const known = this.counting.get(sheet) ?? this.count(sheet);
    this.counting.set(sheet, known);
    return this.pipeline.perform(known);
  }

  /** Call when a sheet was activated: its table, or that of its notebook, is the one to list. */
  activated(sheet: string): void {
    const { notebooks, store } = this.pipeline;
    const table = this.tables.find(sheet, notebooks.recordOf(sheet) ?? notebooks.active?.record);
    if (this.isListed && table?.sheet !== store.get().model?.sheet) void this.pipeline.perform(this.look);
  }

  /** Call when a sheet was deleted. */
  deleted(sheet: string): void {
    const { store } = this.pipeline;
    this.tables.forget(sheet);
    if (store.get().model?.sheet === sheet) store.set({ model: undefined });
  }

  /** Selects cells of the table that the pane lists. Writes nothing, so it need not wait for a run to end. */
  async select(address: string): Promise<void> {
    const { store } = this.pipeline;
    const { model } = store.get();
    if (!model) return;
    await inWorkbook((context) => selectCells(context, model.sheet, parseA1(address))).catch(
      (error: unknown) => store.set({ notice: explain(error) }),
    );
  }

  private count(sheet: string): Work {
    return {
      name: 'Count the model',
      whileRunning: 'wait',
      once: true,
      work: () => inWorkbook(async (context) => void (await this.recount(context, sheet, true))),
    };
  }

  private async showTable(
    context: Excel.RequestContext,
    notebook: NotebookRecord | undefined,
  ): Promise<void> {
    const known = this.tables.of(notebook);
    if (known) {
      const sheet = context.workbook.worksheets.getItemOrNullObject(known.sheet);
      sheet.load('name');
      await context.sync();
      if (!sheet.isNullObject) {
        sheet.activate();
        await this.read(context, known);
        return;
      }
      this.tables.forget(known.sheet);
    }
    const { drawTable } = await tableCode();
    const record = await drawTable(context, notebook);
    this.tables.add(context, record);
    await this.recount(context, record.sheet);
  }

  /**
   * Updates the computed columns of the table on a sheet, and highlights what is wrong.
   * @param isAnswer to a change that a person made; what they have undone is left as it is then
   */
  private async recount(
    context: Excel.RequestContext,
    sheet: string,
    isAnswer = false,
  ): Promise<ReadModel | undefined> {
    const record = this.tables.on(sheet);
    const model = record && (await this.read(context, record));
    if (model) await this.write(context, model, isAnswer);
    return model;
  }

  /** Reads a table, and has the pane list its rows. */
  private async read(context: Excel.RequestContext, record: ModelRecord): Promise<ReadModel | undefined> {
    const { readTable, modelState } = await tableCode();
    const model = await readTable(context, record);
    if (model) this.pipeline.store.set({ model: modelState(model) });
    return model;
  }

  /** Writes what a table comes to, and what is wrong in it, on its sheet and in the pane. */
  private async write(context: Excel.RequestContext, model: ReadModel, isAnswer = false): Promise<void> {
    const { writeTable, modelState } = await tableCode();
    this.pipeline.store.set({ model: modelState(model) });
    await writeTable(context, model, this.tables.countsOn(model.record.sheet), isAnswer);
  }

  /** What building needs of the tables. */
  private readonly models: Models = {
    tables: this.tables,
    recount: (context, sheet) => this.recount(context, sheet),
    mark: (context, refused) => this.write(context, refused),
  };

  /** @param confirmed whether the user agreed to losing weights */
  private building(confirmed: boolean): Work {
    return {
      name: 'Build',
      whileRunning: 'refuse',
      work: async (pipeline) => {
        const { buildOrAsk } = await loaded(import('./buildCommand'));
        await buildOrAsk(pipeline, this.models, confirmed, () => pipeline.perform(this.building(true)));
      },
    };
  }
}

function tableCode() {
  return loaded(import('./modelTableCode'));
}
