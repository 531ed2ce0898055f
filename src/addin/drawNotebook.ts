import { freeTitle } from '../excel/context';
import { drawPlan } from '../excel/draw';
import type { NotebookRecord, Place } from '../excel/place';
import { planNotebook, SHEET_KEYS, type Plan } from '../notebook/plan';
import type { NotebookSpec } from '../notebook/spec';
import { Trainer } from './trainer';

/** Draw a new notebook, with the weights of the first seed, on sheets whose names are free. */
export async function drawNotebook(
  context: Excel.RequestContext,
  spec: NotebookSpec,
): Promise<NotebookRecord> {
  const plan = planNotebook(spec, await freeTitle(context, spec.title));
  const trainer = new Trainer(plan);
  trainer.compute();
  const place = await drawPlan(context, plan, (key, block) => trainer.valuesFor(key, block));
  return { version: 1, spec, place: place as Place, names: namesOf(plan) };
}

function namesOf(plan: Plan): Place {
  return Object.fromEntries(SHEET_KEYS.map((key) => [key, plan.sheets[key].name])) as unknown as Place;
}
