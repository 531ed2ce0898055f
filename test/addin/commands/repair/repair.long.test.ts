/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { REPAIR } from '../../../../src/addin/commands/repair/repairCommand';
import { STEP } from '../../../../src/addin/commands/train';
import { planNotebook } from '../../../../src/notebook/layout/planNotebook';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { quiet } from '../../support/bridge';
import { readSheets } from '../../support/computed';
import { expectAgreement } from '../../../notebook/formulas/support/agree';
import { openNotebook, type Sheet } from '../../support/sheet';
import { wholeWorkbook } from '../../support/wholeWorkbook';

let sheet: Sheet;
beforeEach(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(STEP);
  await sheet.session.idle(quiet);
});
afterEach(() => sheet.close());

const state = () => sheet.session.store.get();
const message = planNotebook(TINY).sheets.values.blocks.find(({ role }) => role === 'message')!.rect;
/** @param shift by how many rows and columns the message cell, which is left out, has moved */
const whole = (shift = 0) =>
  wholeWorkbook(sheet.excel.book, `${message.row + shift},${message.column + shift}`);

async function repair(): Promise<void> {
  await sheet.session.perform(REPAIR);
  await sheet.session.idle(quiet);
  expect(state().errors).toEqual([]);
}

async function expectAllAgree(): Promise<void> {
  const { cells, trainer } = await readSheets(TINY, 'Tiny');
  expectAgreement(cells, trainer);
}

test('nothing changes where nothing is broken, however often it is pressed', async () => {
  const before = whole();
  await repair();
  expect(whole()).toEqual(before);
  await repair();
  expect(whole()).toEqual(before);
});

// Filter 1 of the convolution stands in H5:J7, the image in A2:F7, the first map in L3:O6.
test.each([
  ['a row through blocks', ['insert 6:6']],
  ['several rows through blocks', ['insert 4:6']],
  ['a column through blocks', ['insert C:C']],
  ['rows and columns', ['insert 6:6', 'insert I:I']],
  ['two rows at two places', ['insert 4:4', 'insert 7:7']],
])('%s that were inserted are taken out again, and the workbook is as it was', async (_, deeds) => {
  const before = whole();
  for (const deed of deeds) await sheet.insert(deed.slice('insert '.length), 'Tiny');
  expect(state().errors[0]).toMatch(/press Repair/);
  expect(state().notebook!.isTorn).toBe(true);
  await repair();
  expect(state().notebook!.isTorn).toBe(false);
  expect(whole()).toEqual(before);
});

test.each([
  ['a row', '6:6'],
  ['rows at the edge of a filter', '5:6'],
  ['a column', 'I:I'],
  ['columns of the image', 'B:C'],
])(
  '%s that was deleted from blocks is inserted again, with the weights that were there',
  async (_, lines) => {
    const before = await sheet.read('A1:Z40', 'Tiny');
    await sheet.delete(lines, 'Tiny');
    expect(state().errors.join()).toMatch(/press Repair/);
    await repair();
    const now = await sheet.read('A1:Z40', 'Tiny');
    now[message.row][message.column] = before[message.row][message.column];
    expect(now).toEqual(before);
    await sheet.session.perform(STEP);
    expect(state().errors).toEqual([]);
    await expectAllAgree();
  },
);

test('what was inserted one way and deleted the other way is found, too', async () => {
  const before = await sheet.read('A1:Z40', 'Tiny');
  await sheet.insert('6:6', 'Tiny');
  await sheet.delete('C:C', 'Tiny');
  await repair();
  const now = await sheet.read('A1:Z40', 'Tiny');
  now[message.row][message.column] = before[message.row][message.column];
  expect(now).toEqual(before);
});

test('cleared headings, formats and colour scales come back; words of one’s own stay', async () => {
  const before = whole();
  await sheet.clearAll('A1:Z1', 'Tiny');
  await sheet.clearAll('L3:O6', 'Tiny');
  expect(whole()).not.toEqual(before);
  await repair();
  expect(whole()).toEqual(before);
  await sheet.type('A1', 'Bild', 'Tiny');
  await repair();
  expect((await sheet.read('A1', 'Tiny'))[0][0]).toBe('Bild');
});

test('a row in which something stands is not deleted: the message names its cell', async () => {
  await sheet.insert('6:6', 'Tiny');
  await sheet.type('Z6', 'mine', 'Tiny');
  await sheet.session.perform(REPAIR);
  expect(state().errors[0]).toMatch(/^Nothing was repaired on 'Tiny'\. Row 6 was inserted.*in Z6/);
  expect((await sheet.read('Z6', 'Tiny'))[0][0]).toBe('mine');
  await sheet.type('Z6', '', 'Tiny');
});

test('rows and columns between blocks stay, and labels, formats and names are put where the blocks are now', async () => {
  await sheet.insert('1:1', 'Tiny');
  await sheet.insert('H:H', 'Tiny');
  expect(state().errors).toEqual([]);
  const values = await sheet.read('A1:Z40', 'Tiny');
  await repair();
  expect(await sheet.read('A1:Z40', 'Tiny')).toEqual(values);
  const before = whole(1);
  await sheet.clearAll('A2:Z2', 'Tiny');
  await repair();
  expect(whole(1)).toEqual(before);
});

test('weights that were typed are not touched', async () => {
  await sheet.type('I6', 0.25, 'Tiny');
  await sheet.insert('6:6', 'Tiny');
  await sheet.type('H5', -3, 'Tiny');
  await repair();
  const [[first], [, typed]] = await sheet.read('H5:I6', 'Tiny');
  expect([first, typed]).toEqual([-3, 0.25]);
});
