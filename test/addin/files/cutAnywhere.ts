import fc from 'fast-check';
import { NEXT_IMAGE, RESET, setTo, STEP } from '../../../src/addin/commands/train';
import type { LossPoint } from '../../../src/training/advice/mistakes';
import { optimisers } from '../../../src/engine/optimisers';
import { schedules } from '../../../src/engine/schedules';
import type { LayerSpec } from '../../../src/engine/spec';
import { NAMES } from '../../../src/notebook/layout/outputs';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { type DocumentData, documentOf } from '../../../src/workbook/book/document';
import { quiet } from '../support/bridge';
import { wholeWorkbook } from '../support/wholeWorkbook';
import { openNotebook, reopen, type Sheet } from '../support/sheet';

/** Everything that a later step may depend on: memory, masks, running statistics, order of the images, rates. */
const notebook: fc.Arbitrary<NotebookSpec> = fc
  .record({
    norm: fc.boolean(),
    dropout: fc.boolean(),
    settings: fc.record({
      optimiser: fc.constantFrom(...(Object.keys(optimisers) as (keyof typeof optimisers)[])),
      schedule: fc.constantFrom(...(Object.keys(schedules) as (keyof typeof schedules)[])),
      batchSize: fc.integer({ min: 1, max: 5 }),
      seed: fc.integer({ min: 0, max: 1000 }),
      image: fc.integer({ min: 1, max: 40 }),
      validationShare: fc.constantFrom(0, 0.2, 0.6),
      weightDecay: fc.constantFrom(0, 0.01),
      every: fc.integer({ min: 1, max: 3 }),
      length: fc.integer({ min: 2, max: 9 }),
      stepsPerRun: fc.integer({ min: 1, max: 4 }),
      learningRate: fc.constantFrom(0.001, 0.02),
    }),
  })
  .map(({ norm, dropout, settings }) => {
    const [conv, pool, flatten, dense] = TINY.network.layers;
    const layers: LayerSpec[] = [
      conv,
      ...(norm ? [{ type: 'batchNorm', name: 'norm1' } as const] : []),
      pool,
      flatten,
      ...(dropout ? [{ type: 'dropout', name: 'dropout', rate: 0.4 } as const] : []),
      dense,
    ];
    return { ...TINY, network: { ...TINY.network, layers }, settings: { ...TINY.settings, ...settings } };
  });

const deed = fc.oneof(
  { weight: 4, arbitrary: fc.constant('step') },
  { weight: 2, arbitrary: fc.constant('run') },
  fc.constantFrom('next', 'reset', 'type', 'optimiser', 'evaluate', 'formulas'),
);

async function perform(sheet: Sheet, each: string): Promise<void> {
  const { session } = sheet;
  if (each === 'step') await session.perform(STEP);
  else if (each === 'run') await session.perform(session.runs.run);
  else if (each === 'next') await session.perform(NEXT_IMAGE);
  else if (each === 'reset') await session.perform(RESET);
  else if (each === 'optimiser') await session.perform(setTo('optimiser', 'Adam'));
  else if (each === 'evaluate') await session.perform(setTo('mode', 'evaluate'));
  else if (each === 'formulas') await session.perform(session.formulas.toggle('values'));
  else await sheet.type('I6', 0.25, 'Tiny');
  await session.idle(quiet);
  expect(session.store.get().errors).toEqual([]);
}

/** What a workbook is while it is closed. */
const closed = (document: DocumentData) => JSON.parse(JSON.stringify(document)) as DocumentData;

/** A curve as it is kept: a loss has six digits there. */
const curveOf = (sheet: Sheet): LossPoint[] =>
  sheet.session.store
    .get()
    .notebook!.history.map(({ step, loss }) => ({ step, loss: Number(loss.toPrecision(6)) }));

/** All sheets, without the message cell: what was said before is not said again. */
function sheetsOf({ excel }: Sheet, spec: NotebookSpec): Record<string, unknown> {
  const { blocks } = planNotebook(spec, spec.title).sheets.values;
  const { row, column } = blocks.find(({ name }) => name === NAMES.message)!.rect;
  const all = Object.entries(wholeWorkbook(excel.book, `${row},${column}`));
  return Object.fromEntries(all.filter(([name]) => name !== 'settings' && name !== 'xmlParts'));
}

/**
 * Whatever is done to whatever notebook, and whenever the workbook is saved, closed and opened by another client, all that
 * follows is the same to the last bit as if it had stayed open.
 */
export const cutAnywhere = fc.asyncProperty(
  notebook,
  fc.array(deed, { minLength: 2, maxLength: 8 }),
  fc.nat(),
  async (spec, deeds, at) => {
    const cut = 1 + (at % (deeds.length - 1));
    const whole = await openNotebook(spec);
    for (const each of deeds.slice(0, cut)) await perform(whole, each);
    const kept = closed(documentOf(whole.excel.book));
    const before = sheetsOf(whole, spec);
    const curve = curveOf(whole);
    for (const each of deeds.slice(cut)) await perform(whole, each);
    const after = sheetsOf(whole, spec);
    whole.close();

    const second = await reopen(kept);
    try {
      expect(sheetsOf(second, spec)).toEqual(before);
      // Before the first step there is nothing to draw.
      if (curve.length > 1) expect(curveOf(second)).toEqual(curve);
      for (const each of deeds.slice(cut)) await perform(second, each);
      expect(sheetsOf(second, spec)).toEqual(after);
    } finally {
      second.close();
    }
  },
);
