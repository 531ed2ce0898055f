import { inWorkbook } from './context';

/**
 * Has all requests of a command undone by one Ctrl+Z, where Excel offers it: `mergeUndoGroup`, ExcelApi 1.20.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities
 *
 * office.js 1.1.110 from npm drops the option: its `onBeforeExcelRun` knows `delayForCellEdit` and `_makerSafe` only.
 * That of Microsoft's address need not.
 */
export class UndoGroups {
  /** Whether this Excel failed to merge requests since the add-in was started. */
  private isBroken = false;

  /**
   * As `inWorkbook`. Excel throws `UndoNotSupported` if any call cannot be undone, and has thrown where it should not
   * (OfficeDev/office-js#6255, #6491, #6711): then `work` is started again without merging, and so is all later work.
   * @param work can be done twice, even if it was interrupted at any request
   */
  readonly asOne = async <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
    const isOffered = Office.context.requirements.isSetSupported('ExcelApi', '1.20');
    if (this.isBroken || !isOffered) return inWorkbook(work);
    try {
      return await inWorkbook(work, { mergeUndoGroup: true });
    } catch (error) {
      // Only Excel's own errors have a code.
      if ((error as Partial<OfficeExtension.Error>).code === undefined) throw error;
    }
    const result = await inWorkbook(work);
    // What fails either way has other reasons.
    this.isBroken = true;
    return result;
  };
}
