/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { planNotebook } from '../../../../src/notebook/layout/planNotebook';
import { LESSON_4 } from '../../../../src/notebook/presets/lesson4';
import type { LayerSpec } from '../../../../src/engine/spec';
import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import { toA1 } from '../../../../src/notebook/sheet/address';
import { quiet } from '../../support/bridge';
import { openNotebook, type Sheet } from '../../support/sheet';

/** Lesson 4 with filters enough for a page that is filled in parts. */
const LARGE: NotebookSpec = {
  ...LESSON_4,
  title: 'Large',
  initial: {},
  network: {
    ...LESSON_4.network,
    layers: LESSON_4.network.layers.map((layer): LayerSpec =>
      layer.type === 'conv2d' ? { ...layer, filters: 4 } : layer,
    ),
  },
};

let sheet: Sheet;
beforeEach(async () => {
  sheet = await openNotebook(LARGE);
});
afterEach(() => sheet.close());

const state = () => sheet.session.store.get();
const blocks = planNotebook(LARGE, 'Large').sheets.values.blocks;

async function formulasOf(name: string): Promise<unknown[]> {
  const { rect } = blocks.find((block) => block.name === name)!;
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Large').getRange(toA1(rect));
    range.load('formulas');
    await context.sync();
    return (range.formulas as unknown[][]).flat();
  });
}

test('Show formulas says how far it is, and Stop brings back the values', async () => {
  const before = await formulasOf('conv1.map1');
  const seen: string[] = [];
  const leave = sheet.session.store.subscribe(() => {
    const { run } = state();
    if (!run) return;
    seen.push(`${run.unit} ${run.done > 0 ? 'some' : 'none'}`);
    if (run.done > 0) sheet.session.stop();
  });
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  await sheet.session.idle(quiet);
  leave();
  expect([...new Set(seen)]).toEqual(['formulas none', 'formulas some']);
  expect(state()).toMatchObject({ errors: [], notice: 'Stopped. All cells are as they were.' });
  expect(state().notebook!.formulas.values).toBe(false);
  expect(state().run).toBeUndefined();
  for (const name of ['conv1.map1', 'conv2.map1', 'maxpool.map1'])
    expect((await formulasOf(name)).filter((each) => String(each).startsWith('='))).toEqual([]);
  expect(await formulasOf('conv1.map1')).toEqual(before);
});

test('left alone, it becomes formulas in parts, and values again at once', async () => {
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  expect(state().errors).toEqual([]);
  for (const name of ['conv1.map1', 'conv2.map4', 'maxpool.map1'])
    expect((await formulasOf(name))[0]).toMatch(/^=/);
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  expect(state().notice).toBe('All cells hold values again.');
  expect((await formulasOf('conv2.map4'))[0]).toEqual(expect.any(Number));
});
