import { activeSheetId, inWorkbook } from '../../../excel/context';
import { NotebookError } from '../../faults';
import type { Pipeline, Work } from '../../workbook/pipeline';
import { loaded } from '../../loaded';
import { ModelTables } from './modelTables';
import { faultTexts } from '../../../texts/addin/faults';
import { buildTexts } from '../../../texts/addin/model';

/** Commands for model tables. */
export class ModelCommands {
  readonly tables = new ModelTables();
  /** By sheet: the command that updates its computed columns. */
  private readonly counting = new Map<string, Work>();

  constructor(private readonly pipeline: Pipeline) {}

  /** Shows the model table of the active notebook, or a new one. */
  readonly show: Work = {
    name: 'Model',
    whileRunning: 'refuse',
    work: ({ notebooks }) => inWorkbook((context) => this.tables.show(context, notebooks.active?.record)),
  };

  /**
   * Builds the notebook that the model table on the active sheet describes, or else the table of the active
   * notebook.
   */
  readonly build: Work = this.building(false);

  /** Call when a cell of a model table was edited. */
  edited(sheet: string): Promise<void> {
    const known = this.counting.get(sheet) ?? this.count(sheet);
    this.counting.set(sheet, known);
    return this.pipeline.perform(known);
  }

  private count(sheet: string): Work {
    return {
      name: 'Count the model',
      whileRunning: 'wait',
      once: true,
      work: () => inWorkbook(async (context) => void (await this.tables.recount(context, sheet, true))),
    };
  }

  /** @param confirmed whether the user agreed to losing weights */
  private building(confirmed: boolean): Work {
    return {
      name: 'Build',
      whileRunning: 'refuse',
      work: async (pipeline) => {
        const code = await loaded(import('./build'));
        try {
          await inWorkbook((context) => this.buildIn(code, context, pipeline, confirmed));
        } catch (error) {
          if (!(error instanceof code.WouldLose)) throw error;
          const answer = () => pipeline.perform(this.building(true));
          pipeline.store.set({ question: { text: error.message, yes: buildTexts.build, answer } });
        }
      },
    };
  }

  private async buildIn(
    { build }: typeof import('./build'),
    context: Excel.RequestContext,
    pipeline: Pipeline,
    confirmed: boolean,
  ): Promise<void> {
    const { tables } = this;
    const { notebooks } = pipeline;
    const record = tables.find(await activeSheetId(context), notebooks.active?.record);
    const model = record && (await tables.recount(context, record.sheet));
    if (!model) throw new NotebookError(buildTexts.noTable);
    const old = await notebooks.notebookAt(context, model.record.notebook);
    const reading = old && (await pipeline.look(context, old));
    const problem = reading?.problems[0];
    if (problem) throw new NotebookError(buildTexts.notBuilt(problem.message));
    const tell = () => pipeline.store.set({ notice: faultTexts.excel.InactiveWorkbook });
    const built = await build(context, { tables, notebooks }, model, old, confirmed, tell);
    const replaced = old?.record.spec.adopted ? undefined : old?.record;
    const drawn = await notebooks.replace(context, replaced, built.record);
    pipeline.begin(drawn);
    tables.bind(context, model.record.sheet, built.record);
    await context.sync();
    if (drawn && notebooks.active && built.notice !== undefined)
      await pipeline.finish(context, notebooks.active, drawn, { notice: built.notice });
  }
}
