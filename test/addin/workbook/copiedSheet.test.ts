/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { NEW_SEED, NEXT_IMAGE, RESET, setTo, STEP } from '../../../src/addin/commands/train';
import type { Command } from '../../../src/addin/workbook/pipeline';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { type DocumentData, documentOf } from '../../../src/workbook/book/document';
import { duplicate, goTo } from '../support/duplicate';
import { everyCell } from '../support/everyCell';
import { requestsOf } from '../support/requests';
import { openNotebook, reopen, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(STEP);
  await duplicate(sheet, 'Tiny');
});
afterAll(() => sheet.close());

/** What a workbook is while it is closed. */
const closed = (document: DocumentData) => JSON.parse(JSON.stringify(document)) as DocumentData;
const state = () => sheet.session.store.get();

const SAID =
  "The sheet 'Tiny (2)' is a copy of a sheet of 'Tiny', and not a notebook: nothing computes it. Commands work on 'Tiny'. " +
  'Go to that sheet and try again, or delete the copy.';

const COMMANDS: readonly [string, () => Command][] = [
  ['Step', () => STEP],
  ['Run', () => sheet.session.runs.run],
  ['Reset', () => RESET],
  ['New seed', () => NEW_SEED],
  ['Next image', () => NEXT_IMAGE],
  ['a setting of the pane', () => setTo('momentum', 0.5)],
  ['Formulas', () => sheet.session.formulas.toggle('values')],
  ['Evaluate', () => sheet.session.evaluation.evaluate],
  ['Build', () => sheet.session.models.build],
];

test.each(COMMANDS)('%s in front of a copy says that it is one, and changes nothing', async (_, command) => {
  const before = await everyCell();
  await sheet.session.perform(command());
  expect(state().errors).toEqual([SAID]);
  expect(await everyCell()).toEqual(before);
  expect(state().notebook).toMatchObject({ title: 'Tiny', step: 1 });
});

test('a copy of a sheet of gradients is told, too', async () => {
  await duplicate(sheet, 'Tiny ∂');
  await sheet.session.perform(STEP);
  expect(state().errors[0]).toMatch(/^The sheet 'Tiny ∂ \(2\)' is a copy of a sheet of 'Tiny'/);
});

test('on the original the same commands work, and at any other sheet of a person’s own', async () => {
  await goTo(sheet, 'Tiny');
  await sheet.session.perform(STEP);
  expect(state()).toMatchObject({ errors: [], notebook: { step: 2 } });
  await goTo(sheet, 'Sheet1');
  await sheet.session.perform(STEP);
  expect(state()).toMatchObject({ errors: [], notebook: { step: 3 } });
});

test('a Step costs no request more for it', async () => {
  expect(await requestsOf(() => sheet.session.perform(STEP))).toHaveLength(1);
});

test('Build in front of a copy of a model table says so, and builds nothing', async () => {
  await sheet.session.perform(sheet.session.models.show);
  await duplicate(sheet, 'Tiny model');
  const before = await everyCell();
  await sheet.session.perform(sheet.session.models.build);
  expect(state().errors[0]).toMatch(/^The sheet 'Tiny model \(2\)' is a copy of a model table/);
  expect(await everyCell()).toEqual(before);
});

test('a workbook that is opened at a copy knows it for one', async () => {
  await goTo(sheet, 'Tiny (2)');
  const document = closed(documentOf(sheet.excel.book));
  sheet.close();
  sheet = await reopen(document);
  await sheet.session.perform(STEP);
  expect(state().errors).toEqual([SAID]);
});

test('New is made whatever sheet is in front, and the copy can be deleted', async () => {
  await sheet.session.perform(newNotebook({ ...TINY, title: 'Other' }));
  await goTo(sheet, 'Tiny (2)');
  await sheet.remove('Tiny (2)');
  await goTo(sheet, 'Other');
  await sheet.session.perform(STEP);
  expect(state()).toMatchObject({ errors: [], notebook: { title: 'Other', step: 1 } });
});
