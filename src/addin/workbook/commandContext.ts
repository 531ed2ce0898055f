import type { NotebookRecord } from '../../excel/notebook/notebookRecord';
import type { Reading } from '../../excel/read/reading';
import type { LiveNotebook } from './liveNotebook';
import type { Extra } from './writtenCells';
import type { Shelf } from './openNotebooks';
import type { RunState, SessionState, Store } from '../state';

/** What a command does between the reading of the cells and the writing. */
export type Change = (
  notebook: LiveNotebook,
  reading: Reading,
  context: Excel.RequestContext,
) => Extra | Promise<Extra>;

export interface LongWork {
  /** Has Stop been pressed? */
  isStopped(): boolean;
  report(unit: RunState['unit'], done: number, total: number): void;
}

/** What the session lends to the commands that stand in files of their own. */
export interface Hands {
  readonly shelf: Shelf;
  readonly store: Store<SessionState>;
  /** One command after the other; what it throws is told. */
  perform(command: () => Promise<void>): Promise<void>;
  /** Read the cells, change something, write what changed. */
  update(change: Change): Promise<void>;
  /** Work with the notebook in hand. @throws NotebookError when there is none */
  withNotebook(work: (context: Excel.RequestContext, notebook: LiveNotebook) => Promise<void>): Promise<void>;
  /** Read the cells into the engine; sheets that were deleted are drawn anew. */
  look(context: Excel.RequestContext, notebook: LiveNotebook): Promise<Reading>;
  /** Another notebook was taken in hand. */
  begin(reading: Reading | undefined): void;
  /** Remember something of a notebook in the workbook. */
  keep(context: Excel.RequestContext, notebook: LiveNotebook, change: Partial<NotebookRecord>): void;
  /** As `perform`, of a command that takes long: others are refused meanwhile, it tells how far it is, and Stop is heard. */
  performLong(command: (work: LongWork) => Promise<void>): Promise<void>;
  /** While a run goes on, other commands would only wait for its end, and then come as a surprise. */
  isBusy(): boolean;
}
