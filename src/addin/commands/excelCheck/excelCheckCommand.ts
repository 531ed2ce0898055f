import type { Answered } from '../../../excel/contract/runContract';
import { NotebookError } from '../../faults';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { Progress } from '../../workbook/progress';
import { keepAnswers, latestAnswer } from '../../../excel/thisExcel';
import { excelCheckTexts } from '../../../texts/addin/excelCheck';

/** What is not begun by then, in seconds, is left out: with what is under way and the tidying, a minute at most. */
const SECONDS = 45;

/** Runs the contract with Excel's documentation inside the Excel that the add-in is in, on sheets of its own. */
export class ExcelCheckCommand {
  private readonly sheets = new Set<string>();

  /** What happens on such a sheet is nothing that a person did. */
  owns(worksheetId: string): boolean {
    return this.sheets.has(worksheetId);
  }

  readonly check = this.work(false);
  /** Also what only comes out when a person does something. */
  readonly checkWithHelp = this.work(true);

  private work(mayAsk: boolean): Work {
    return {
      name: 'Check this Excel',
      whileRunning: 'refuse',
      isForAnySheet: true,
      takesLong: true,
      work: (pipeline, progress) => this.run(pipeline, progress, mayAsk),
    };
  }

  /** What was typed into the notebook meanwhile is answered afterwards, like after any run. */
  private async run(pipeline: Pipeline, progress: Progress, mayAsk: boolean): Promise<void> {
    const { runContract, CONTRACT, QUESTIONS, SKIPPED, aboutThisExcel } =
      await import('../../../excel/contract').catch((error: unknown) => {
        throw new NotebookError(excelCheckTexts.notLoaded, { cause: error });
      });
    const begun = performance.now();
    const passed = () => (performance.now() - begun) / 1000;
    const found = await runContract(CONTRACT, QUESTIONS, {
      onSheet: (id) => this.sheets.add(id),
      onProgress: (done, total) => progress.report('promises', done, total),
      isStopped: () => progress.isStopped,
      isOver: () => passed() > SECONDS,
      help: mayAsk ? (what) => helped(pipeline, progress, what) : undefined,
    });
    const seconds = passed();
    const excel = await aboutThisExcel();
    const measured = QUESTIONS.filter(({ isMeasured }) => isMeasured).map(({ name }) => name);
    const answers = found.answered.filter(({ answer }) => answer !== SKIPPED);
    const lastTime = otherAnswers(answers.filter(({ name }) => !measured.includes(name)));
    keepAnswers(answers);
    pipeline.store.set({
      excelReport: { ...found, lastTime, isPartial: progress.isStopped, seconds, excel },
    });
  }
}

/** What the latest check has answered otherwise. */
export function otherAnswers(answers: readonly Answered[]): Readonly<Record<string, string>> {
  const other = answers.flatMap(({ name, answer }) => {
    const latest = latestAnswer(name) ?? answer;
    return latest === answer ? [] : [[name, latest] as const];
  });
  return Object.fromEntries(other);
}

/** Ask the person to do something. @returns whether it was done, not cancelled, nor all of it stopped */
function helped({ store }: Pipeline, { stopped }: Progress, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = async () => close(true);
    const question = { text, yes: excelCheckTexts.done, answer };
    const close = (isDone: boolean) => {
      leave();
      if (store.get().question === question) store.set({ question: undefined });
      resolve(isDone);
    };
    store.set({ question });
    const leave = store.subscribe(() => {
      if (store.get().question !== question) close(false);
    });
    stopped.listen(() => close(false));
  });
}
