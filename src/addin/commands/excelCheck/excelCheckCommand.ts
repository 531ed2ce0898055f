import { NotebookError } from '../../faults';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { Progress } from '../../workbook/progress';
import { excelCheckTexts } from '../../../texts/addin/excelCheck';

/** Runs the contract with Excel's documentation inside the Excel that the add-in is in, on sheets of its own. */
export class ExcelCheckCommand {
  private readonly sheets = new Set<string>();

  /** What happens on such a sheet is nothing that a person did. */
  owns(worksheetId: string): boolean {
    return this.sheets.has(worksheetId);
  }

  readonly check: Work = {
    name: 'Check this Excel',
    whileRunning: 'refuse',
    takesLong: true,
    work: (pipeline, progress) => this.run(pipeline, progress),
  };

  /** What was typed into the notebook meanwhile is answered afterwards, like after any run. */
  private async run({ store }: Pipeline, progress: Progress): Promise<void> {
    const { runContract, CONTRACT, aboutThisExcel } = await import('../../../excel/contract').catch(
      (error: unknown) => {
        throw new NotebookError(excelCheckTexts.notLoaded, { cause: error });
      },
    );
    const begun = performance.now();
    const checked = await runContract(CONTRACT, {
      onSheet: (id) => this.sheets.add(id),
      onProgress: (done, total) => progress.report('promises', done, total),
      isStopped: () => progress.isStopped,
    });
    const seconds = (performance.now() - begun) / 1000;
    const excel = aboutThisExcel();
    store.set({ excelReport: { checked, isPartial: progress.isStopped, seconds, excel } });
  }
}
