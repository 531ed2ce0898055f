/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { STEP } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { expectConsistent } from '../../support/consistent';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterEach(() => sheet.clear());
afterAll(() => sheet.close());

const FILTER = 'H5:J7';
const ONES = [
  [1, 1, 1],
  [1, 1, 1],
  [1, 1, 1],
];

beforeEach(async () => {
  await sheet.session.perform(newNotebook(TINY));
  await sheet.paste(FILTER, ONES, 'Tiny');
});

const state = () => sheet.session.store.get();
const value = async (address: string) => (await sheet.read(address, 'Tiny'))[0][0];

/** The first cell of the first map: what its patch and its bias add up to, by hand. */
async function byHand(): Promise<number> {
  const pixels = (await sheet.read('A2:C4', 'Tiny')).flat() as number[];
  return Math.max(0, pixels.reduce((sum, pixel) => sum + pixel, 0) + ((await value('H9')) as number));
}

async function expectMapByHand(): Promise<void> {
  expect(await value('L3')).toBeCloseTo(await byHand(), 12);
  await expectConsistent(sheet, TINY, 'Tiny');
}

test('a pixel over a cell of another sheet is followed as soon as that cell changes', async () => {
  await sheet.type('A1', 0.5, 'Sheet1');
  await sheet.type('A2', '=Sheet1!A1', 'Tiny');
  await expectMapByHand();
  await sheet.type('A1', 5, 'Sheet1');
  expect(await value('A2')).toBe(5);
  await expectMapByHand();
});

test('so are a weight and a setting, and the Step after it counts', async () => {
  await sheet.type('A1', 0.5, 'Sheet1');
  await sheet.type('H5', '=Sheet1!A1*2', 'Tiny');
  const before = await value('L3');
  await sheet.type('A1', 3, 'Sheet1');
  expect(await value('H5')).toBe(6);
  expect(await value('L3')).not.toBe(before);
  await expectConsistent(sheet, TINY, 'Tiny');
});

test('what changes without any event is found when the sheet is gone back to', async () => {
  await sheet.type('A1', 0.5, 'Sheet1');
  await sheet.type('A2', '=Sheet1!A1', 'Tiny');
  await sheet.activate('Sheet1');
  sheet.behave({ edits: 'untold' });
  await sheet.type('A1', 5, 'Sheet1');
  sheet.behave({ edits: 'told' });
  await sheet.activate('Tiny');
  await expectMapByHand();
});

test('an edit elsewhere that changes no formula here says and writes nothing', async () => {
  await sheet.type('A1', 0.5, 'Sheet1');
  await sheet.type('A2', '=Sheet1!A1', 'Tiny');
  const { notice } = state();
  await sheet.type('B7', 1, 'Sheet1');
  expect(state().notice).toBe(notice);
  expect(state().errors).toEqual([]);
});

test('a cell that is cut and pasted over a pixel counts as if it were typed', async () => {
  await sheet.type('AP50', 9, 'Tiny');
  await sheet.cut('AP50', 'A2', 'Tiny');
  expect(await value('A2')).toBe(9);
  await expectMapByHand();
});

test('a filter that is cut and pasted elsewhere is the filter there, and the next Step trains it', async () => {
  await sheet.cut(FILTER, 'AP50:AR52', 'Tiny');
  await expectMapByHandAt('AP50:AR52');
  await sheet.session.perform(STEP);
  expect(state().errors).toEqual([]);
  expect(state().notebook!.step).toBe(1);
  const trained = (await sheet.read('AP50:AR52', 'Tiny')).flat() as number[];
  expect(trained.every((weight) => weight !== 1 && Math.abs(weight - 1) < 0.1)).toBe(true);
  expect((await sheet.read(FILTER, 'Tiny')).flat().every((cell) => cell === '')).toBe(true);
});

/** The filter stands there, and is all 1. */
async function expectMapByHandAt(address: string): Promise<void> {
  expect(await sheet.read(address, 'Tiny')).toEqual(ONES);
  expect(await value('L3')).toBeCloseTo(await byHand(), 12);
}
