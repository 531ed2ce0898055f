import type { Reading } from '../excel/reading';
import type { Edit } from '../excel/watch';
import { rewriteTexts } from '../excel/writer';
import { answerEdits, IMAGE } from './answerEdits';
import { explain, refuseProblems } from './faults';
import { type LiveNotebook } from './liveNotebook';
import { worded, type Extra } from './writtenCells';
import { runSteps } from './run';

/** What a run asks of the session, and tells it. */
export interface RunListener {
  /** How many steps; it may change on the way. */
  total(): number;
  /** One step; may throw. */
  train(): void;
  /** Has Stop been pressed? */
  stopped(): boolean;
  /** Is a row of the log due? */
  isLogDue(): boolean;
  /** Write a row of the log. */
  log(): Promise<void>;
  /** What a person has typed since it was asked last; looking at it does not take it. */
  readonly edits: Edit[];
  /** The sheet shows the state after `done` of `total` steps. */
  painted(reading: Reading, done: number, total: number, notice?: string): void;
}

/**
 * Train as many steps as the listener says, repainting now and then. Edits are answered between two steps.
 * However it ends, the sheet then shows the state of the last finished step.
 * @param reading what the cells hold as the run begins
 */
export async function runNotebook(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  reading: Reading,
  listener: RunListener,
): Promise<void> {
  let latest = reading;
  let finished = 0;
  const total = () => listener.total();
  const repaint = async (extra: Extra = {}) => {
    await notebook.write(context, latest, extra);
    listener.painted(latest, finished, total(), worded(extra.notice));
  };
  try {
    refuseProblems(latest, ({ block }) => block !== IMAGE);
    listener.painted(latest, 0, total());
    await runSteps(total, {
      train: () => listener.train(),
      stopped: () => listener.stopped(),
      urgent: () => listener.edits.length > 0 || listener.isLogDue(),
      repaint: async (done) => {
        finished = done;
        if (listener.edits.length === 0) await repaint();
        else {
          const edits = listener.edits.splice(0);
          latest = await readEdited(context, notebook, edits);
          await repaint(await answerEdits(context, notebook, latest, notebook.takeEdits(latest, edits)));
          refuseProblems(latest, ({ block }) => block !== IMAGE);
        }
        if (listener.isLogDue()) await listener.log();
      },
    });
  } catch (error) {
    await repaint({ notice: explain(error) });
    throw error;
  }
}

/** Read the cells; texts that a repaint went over while they were typed are given back first. */
async function readEdited(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  edits: readonly Edit[],
): Promise<Reading> {
  const reading = await notebook.read(context);
  const overtaken = notebook.overtaken(reading, edits);
  if (overtaken.length === 0) return reading;
  rewriteTexts(context, overtaken);
  return notebook.read(context);
}
