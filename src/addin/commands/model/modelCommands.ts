import { inWorkbook } from '../../../excel/context';
import type { Pipeline, Work } from '../../workbook/pipeline';
import { loaded } from '../../loaded';
import { ModelTables } from './modelTables';

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
        const { buildOrAsk } = await loaded(import('./buildCommand'));
        await buildOrAsk(pipeline, this.tables, confirmed, () => pipeline.perform(this.building(true)));
      },
    };
  }
}
