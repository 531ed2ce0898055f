import { copyOfDocument, documentName, handsOutCopies } from '../../../excel/documentCopy';
import { fileName } from '../../../notebook/pictures/fileName';
import { saveCopyTexts } from '../../../texts/addin/saveCopy';
import { NotebookError } from '../../faults';
import type { Pipeline } from '../../workbook/pipeline';

/** A file to hand to the person. */
export interface SavedCopy {
  readonly name: string;
  readonly content: Blob;
}

/** Makes a file of the workbook as it is now, with everything in it, while the workbook stays as and where it is. */
export class SaveCopyCommand {
  constructor(private readonly pipeline: Pipeline) {}

  /** The file; undefined if the command was refused or failed: the store has the message. */
  async make(): Promise<SavedCopy | undefined> {
    let copy: SavedCopy | undefined;
    await this.pipeline.perform({
      name: saveCopyTexts.command,
      whileRunning: 'wait',
      work: async (_, progress) => {
        if (!handsOutCopies()) throw new NotebookError(saveCopyTexts.notHere);
        const content = await copyOfDocument((done, total) => {
          if (total > 1) progress.report('megabytes', done, total);
        });
        copy = { name: fileName(documentName() || saveCopyTexts.name, 'xlsx'), content };
      },
    });
    return copy;
  }
}
