// addin: what the user does in the pane, on the ribbon and in the sheets, and the response to it. Floors:
// workbook/ (one pipeline for all commands, and what is known of the cells), run/, commands/ (a file or
// folder a feature). Knows the rooms from engine to excel; talks to the workbook through excel alone.
import { inWorkbook, startsWithWorkbook } from '../excel/context';
import { watch, type Watcher } from '../excel/read/watch';
import { WorkerHandle } from '../training/worker/workerHandle';
import { AdviceWatch } from './commands/advice/adviceWatch';
import { ChangeCommands } from './commands/changes/changeCommands';
import { EvaluateCommands } from './commands/evaluate/evaluateCommand';
import { ExcelCheckCommand } from './commands/excelCheck/excelCheckCommand';
import { ExplainCommands } from './commands/explain/explainCommands';
import { FilterCommands } from './commands/filters/filterCommands';
import { FormulaCommands } from './commands/formulas/formulaCommands';
import { GlossaryCommands } from './commands/glossary/glossaryCommands';
import { GradientCheckCommands } from './commands/gradientCheck/gradientCheckCommand';
import { Drawing } from './commands/images/drawing';
import { showSelectedImages } from './commands/images/imageCommands';
import { MatrixCommands } from './commands/matrix/matrixCommands';
import { ModelCommands } from './commands/model/modelCommands';
import { PictureCommands } from './commands/pictures/pictureCommands';
import { REPAIR } from './commands/repair/repairCommand';
import { SaveCopyCommand } from './commands/saveCopy/saveCopyCommand';
import { WalkCommands } from './commands/walk/walkCommands';
import { RunCommands } from './run/runCommands';
import { Pipeline, type Command, type Work } from './workbook/pipeline';
import { WorkbookEvents } from './workbook/workbookEvents';

/** The add-in at one workbook: features with their commands, one pipeline, and the events of the sheets. */
export class Session {
  private readonly pipeline = new Pipeline();
  private readonly events = new WorkbookEvents(this.pipeline);
  /** The state that the pane shows. */
  readonly store = this.pipeline.store;
  /** The user's selection. */
  readonly selection = this.pipeline.selection;
  readonly runs = new RunCommands(new WorkerHandle());
  readonly models = new ModelCommands(this.pipeline);
  readonly formulas = new FormulaCommands(this.pipeline);
  readonly changes = new ChangeCommands(this.pipeline);
  readonly evaluation = new EvaluateCommands(this.pipeline);
  readonly explaining = new ExplainCommands(this.pipeline);
  readonly glossary = new GlossaryCommands(this.pipeline, this.models.tables);
  readonly filters = new FilterCommands(this.pipeline);
  readonly drawing = new Drawing(this.pipeline);
  readonly matrices = new MatrixCommands(this.pipeline);
  readonly checks = new GradientCheckCommands(this.pipeline);
  readonly pictures = new PictureCommands(this.pipeline);
  readonly copies = new SaveCopyCommand(this.pipeline);
  readonly walks = new WalkCommands(this.pipeline);
  readonly excelCheck = new ExcelCheckCommand();

  private isWatching = false;
  /** Whether Excel refused something at the start: the next command tries again. */
  private isUnopened = false;

  constructor() {
    showSelectedImages(this.pipeline);
    new AdviceWatch(this.pipeline);
    this.pipeline.notebooks.undrawn.listen(() => void this.perform(REPAIR));
  }

  /** Finds the workbook's notebooks and listens to its events. */
  open(): Promise<void> {
    return this.perform(this.opening);
  }

  /** Resolves when the command is done, even if it was refused or failed; the store has its messages. */
  perform(command: Command): Promise<void> {
    if (this.isUnopened && command !== this.opening) void this.open();
    return this.pipeline.perform(command);
  }

  /** Ends a run after the present step. */
  stop(): void {
    this.pipeline.stop();
  }

  /** Resolves when all commands so far, and their consequences, are done. `pause` lets waiting events in. */
  idle(pause: () => Promise<void>): Promise<void> {
    return this.pipeline.idle(pause);
  }

  /** Dismisses the messages; persisting problems are reported again by the next command. */
  dismiss(): void {
    this.pipeline.dismiss();
  }

  /** Cancels the open question. */
  decline(): void {
    this.store.set({ question: undefined });
  }

  closeAdoption(): void {
    this.store.set({ adoption: undefined });
  }

  closeGallery(): void {
    this.store.set({ gallery: undefined });
  }

  private readonly opening: Work = {
    name: 'Open the workbook',
    whileRunning: 'wait',
    once: true,
    work: async (pipeline) => {
      this.isUnopened = false;
      await this.start(pipeline).catch((error: unknown) => {
        this.isUnopened = true;
        throw error;
      });
    },
  };

  private async start(pipeline: Pipeline): Promise<void> {
    const { notebooks, store } = pipeline;
    if (!this.isWatching) await this.watch();
    this.isWatching = true;
    await notebooks.loadKernels();
    await inWorkbook(async (context) => {
      pipeline.begin(await notebooks.open(context));
      await this.models.tables.open(context);
      await this.explaining.open(context);
    });
    await pipeline.copies.look();
    store.set({ ready: true, startsWithWorkbook: await startsWithWorkbook() });
  }

  private watch(): Promise<void> {
    const { events, models, explaining, selection, excelCheck } = this;
    const watcher: Watcher = {
      edited: (edit) => {
        if (!models.tables.has(edit.worksheetId)) events.edited(edit);
        else void models.edited(edit.worksheetId, edit.isRemote);
      },
      rewritten: (edit) => events.rewritten(edit),
      moved: (id) => events.moved(id),
      activated: (id) => {
        events.activated(id);
        models.activated(id);
        explaining.activated();
      },
      deleted: (id, isRemote) => {
        events.deleted(id, isRemote);
        models.deleted(id);
      },
      selected: (sheet, address) => {
        selection.select({ sheet, address });
        events.selected({ sheet, address });
      },
    };
    return watch(watcher, (id) => excelCheck.owns(id));
  }
}
