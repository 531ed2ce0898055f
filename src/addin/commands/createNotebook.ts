import { inWorkbook } from '../../excel/context';
import { freeTitle } from '../../excel/sheetTitles';
import { drawPlan } from '../../excel/notebook/draw';
import type { NotebookRecord, Place } from '../../excel/notebook/notebookRecord';
import { SHEET_KEYS, type Plan } from '../../notebook/sheet/plan';
import { planNotebook } from '../../notebook/layout/planNotebook';
import type { NotebookSpec } from '../../notebook/sheet/spec';
import { openImages } from '../../training/images';
import type { Trainer } from '../../training/trainer';
import type { Work } from '../workbook/pipeline';

/** Draws a new notebook on its own sheets, with initial weights from the seed. */
export function newNotebook(spec: NotebookSpec): Work {
  return {
    name: `New ${spec.title}`,
    whileRunning: 'refuse',
    isForAnySheet: true,
    work: (pipeline) =>
      inWorkbook(async (context) => {
        const { notebooks } = pipeline;
        const trainer = notebooks.trainerFor(spec, await openImages(spec.data));
        trainer.compute();
        const title = await freeTitle(context, spec.title);
        const record = await drawNotebook(context, spec, trainer, title);
        pipeline.begin(await notebooks.add(context, record, trainer));
      }),
  };
}

/**
 * Draws a notebook with a trainer's numbers, on new sheets named after `title`.
 * @param called as in `planNotebook`
 */
export async function drawNotebook(
  context: Excel.RequestContext,
  spec: NotebookSpec,
  trainer: Trainer,
  title: string,
  called = title,
): Promise<NotebookRecord> {
  const plan = planNotebook(spec, title, called);
  const place = await drawPlan(context, plan, trainer, trainer.sheets);
  return { version: 2, spec, place: place as Place, names: sheetNamesOf(plan) };
}

/** The names of all sheets of a plan, by their kind. */
export function sheetNamesOf(plan: Plan): Place {
  return Object.fromEntries(SHEET_KEYS.map((key) => [key, plan.sheets[key].name])) as unknown as Place;
}
