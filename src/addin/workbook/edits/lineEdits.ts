import type { LineEdit } from '../../../excel/notebook/mirrorLines';
import { sheetOf } from '../../../excel/notebook/notebookRecord';
import type { Edit } from '../../../excel/read/watch';
import { loaded } from '../../loaded';
import type { LiveNotebook } from '../notebook/liveNotebook';
import type { Pipeline, Work } from '../pipeline';

/** Rows and columns that a person inserts on one sheet of a notebook, or deletes from it: its other sheets follow. */
export class LineEdits {
  private pending: LineEdit[] = [];

  constructor(private readonly pipeline: Pipeline) {}

  hear({ worksheetId, address, deed }: Edit, { record }: LiveNotebook): void {
    const key = sheetOf(record, worksheetId);
    if (!key || !deed) return;
    this.pending.push({ key, deed, lines: address });
    void this.pipeline.perform(this.follow);
  }

  private readonly follow: Work = {
    name: 'Insert on the other sheets',
    whileRunning: 'wait',
    once: true,
    isUnasked: true,
    work: async (pipeline) => {
      const { mirrorLines, wholeLines } = await loaded(import('../../../excel/notebook/mirrorLines'));
      const edits = this.pending.map((edit) => ({ ...edit, lines: wholeLines(edit.lines) }));
      this.pending = [];
      await pipeline.withNotebook(async (context, notebook) => {
        // Everything was read a moment ago, when what was inserted was answered.
        const reading = await pipeline.look(context, notebook, false);
        const whole = edits.filter((edit): edit is LineEdit => edit.lines !== undefined);
        // Where only parts of rows or columns were moved, no other sheet is to follow.
        if (whole.length < edits.length) return;
        if (await mirrorLines(context, reading, whole)) notebook.markStale();
      });
    },
  };
}
