import { freeTitle, inWorkbook } from '../excel/context';
import { watch } from '../excel/read/watch';
import { NAMES } from '../notebook/layout/outputs';
import type { SettingKey } from '../notebook/sheet/settings';
import type { NotebookSpec } from '../notebook/sheet/spec';
import { IMAGE } from './workbook/respondToEdits';
import { newSeed, nextImage, reset, setTo } from './commands/changes';
import { DataCommands } from './commands/images/dataCommands';
import { DivergedError } from '../training/diverged';
import { drawNotebook } from './commands/createNotebook';
import { ExplainCommands } from './commands/explain/explainCommands';
import { notTaken, refuseProblems, refuseWithoutImages } from './faults';
import { FilterCommands } from './commands/filters/filterCommands';
import { FormulaCommands } from './commands/formulas/formulaCommands';
import { GlossaryCommands } from './commands/glossary/glossaryCommands';
import { Checking } from './commands/gradientCheck/gradientCheckCommand';
import { Handling } from './workbook/pipeline';
import { openImages } from '../training/images';
import { Judging } from './commands/evaluate/evaluateCommand';
import { openKernels } from '../training/kernels';
import type { LiveNotebook } from './workbook/liveNotebook';
import { MatrixCommands } from './commands/matrix/matrixCommands';
import { ModelCommands } from './commands/model/modelCommands';
import { Trainer } from '../training/trainer';
import { WorkbookEvents } from './workbook/workbookEvents';

/** What a person can do with notebooks: the commands of ribbon and pane, and the answers to what happens in the sheet. */
export class Session {
  private readonly handling = new Handling({
    published: (notebook) => this.explaining.published(notebook),
    afterRun: () => this.events.afterRun(),
  });
  private readonly events = new WorkbookEvents(this.handling);
  /** What the pane shows. */
  readonly store = this.handling.store;
  /** What a person does with model tables. */
  readonly models = new ModelCommands(this.handling);
  /** What a person does with images. */
  readonly data = new DataCommands(this.handling);
  /** What a person does with formulas. */
  readonly formulas = new FormulaCommands(this.handling);
  /** Which of them are told right. */
  readonly judging = new Judging(this.handling);
  /** Where the numbers come from. */
  readonly explaining = new ExplainCommands(this.handling);
  /** What the words mean. */
  readonly glossary = new GlossaryCommands(this.handling, this.models.desk);
  /** What a person does with filters. */
  readonly filters = new FilterCommands(this.handling);
  /** Convolutions as matrices. */
  readonly matrices = new MatrixCommands(this.handling);
  /** Are the gradients right? */
  readonly checking = new Checking(this.handling);

  /** Find the workbook's notebooks and listen to what a person does. */
  open(): Promise<void> {
    const { handling } = this;
    return handling.perform(async () => {
      await this.watch();
      await openKernels();
      await inWorkbook(async (context) => {
        handling.begin(await handling.shelf.open(context));
        await this.models.desk.open(context);
        await this.explaining.open(context);
      });
      handling.store.set({ ready: true });
    });
  }

  /** Draw a new notebook on sheets of its own, with weights from the seed. */
  newNotebook(spec: NotebookSpec): Promise<void> {
    const { handling } = this;
    if (handling.isBusy()) return Promise.resolve();
    return handling.perform(() =>
      inWorkbook(async (context) => {
        const trainer = new Trainer(spec, await openImages(spec.data));
        trainer.compute();
        const title = await freeTitle(context, spec.title);
        const record = await drawNotebook(context, spec, trainer, title);
        handling.begin(await handling.shelf.add(context, record));
      }),
    );
  }

  /** One step of SGD from what the cells hold. */
  step(): Promise<void> {
    if (this.handling.isBusy()) return Promise.resolve();
    return this.handling.updateQuickly((notebook, reading) => {
      refuseProblems(reading, (problem) => !SPARED_BY_STEP.has(problem.block));
      train(notebook);
      this.handling.stepped(notebook, [notebook.trainer.batchLoss]);
      return {};
    });
  }

  /** As many steps as the cell says, with repaints between; resolves when the run has ended. */
  run(): Promise<void> {
    if (this.handling.isBusy()) return Promise.resolve();
    return this.handling.runner.run().then(() => this.events.afterRun());
  }

  /** To the end of the epoch; resolves when the run has ended. */
  runEpochs(): Promise<void> {
    if (this.handling.isBusy()) return Promise.resolve();
    return this.handling.runner.runEpochs().then(() => this.events.afterRun());
  }

  /** End a run after the step that it is in. */
  stop(): void {
    this.handling.runner.stop();
  }

  /** Back to the weights that the seed gives. */
  reset(): Promise<void> {
    this.stop();
    return this.handling.updateQuickly(reset);
  }

  /** Other first weights and other images, of another seed. */
  newSeed(): Promise<void> {
    this.stop();
    return this.handling.updateQuickly(newSeed);
  }

  /** Put the next image on the page. */
  nextImage(): Promise<void> {
    return this.handling.isBusy() ? Promise.resolve() : this.handling.updateQuickly(nextImage);
  }

  /** Set a number that steers training, as if it had been typed into its cell. */
  set(key: SettingKey, value: number): Promise<void> {
    return this.handling.isBusy() ? Promise.resolve() : this.handling.updateQuickly(setTo(key, value));
  }

  /** Resolves when every command so far, and what followed from it, is done; `pause` lets waiting events in. */
  idle(pause: () => Promise<void>): Promise<void> {
    return this.handling.idle(pause);
  }

  /** Forget what was said; what is still wrong is said again by the next command. */
  dismiss(): void {
    this.handling.dismiss();
  }

  private watch(): Promise<void> {
    const { events, models, explaining } = this;
    const selecting = [
      this.data,
      this.formulas,
      this.judging,
      this.checking,
      explaining,
      this.glossary,
      this.filters,
    ];
    return watch({
      edited: (edit) => {
        if (models.desk.has(edit.worksheetId)) void models.edited(edit.worksheetId);
        else events.edited(edit);
      },
      moved: (id) => events.moved(id),
      activated: (id) => {
        events.activated(id);
        explaining.activated();
      },
      deleted: (id) => events.deleted(id),
      selected: (id, address) => {
        for (const each of selecting) each.selected(id, address);
      },
    });
  }
}

function train(notebook: LiveNotebook): void {
  refuseWithoutImages(notebook);
  try {
    notebook.trainer.train();
  } catch (error) {
    throw error instanceof DivergedError ? notTaken(error, notebook.trainer) : error;
  }
}

/** Cells that a step does not look at. */
const SPARED_BY_STEP: ReadonlySet<string> = new Set([IMAGE, 'sgd.steps_per_run', NAMES.message]);
