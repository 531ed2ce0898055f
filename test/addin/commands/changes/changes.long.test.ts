/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { RESET, setTo, STEP } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { LIGHT } from '../../../../src/notebook/sheet/colours';
import { Explained } from '../../support/explained';
import { openNotebook, type Sheet } from '../../support/sheet';

const CHANGES = 'Tiny Δ';
const WEIGHT = 'conv1.filter1.channel1';
const MAP = 'conv1.map1';

let sheet: Sheet;
let person: Explained;
beforeEach(async () => {
  sheet = await openNotebook(TINY);
  person = new Explained(sheet, TINY);
});
afterEach(() => sheet.close());

async function block(name: string, on = 'Tiny'): Promise<number[]> {
  const rows = await sheet.read(person.areaOf(name), on);
  return rows.flat() as number[];
}

const lessThan = (now: number[], before: number[]) => now.map((value, index) => value - before[index]);
const show = (since: 'last' | 'start') => sheet.session.perform(sheet.session.changes.show(since));

test('after a step each cell tells by how much the same cell has changed, also where the sheet is asked for afterwards', async () => {
  const [weights, map] = [await block(WEIGHT), await block(MAP)];
  await sheet.session.perform(STEP);
  await show('last');
  const changed = lessThan(await block(WEIGHT), weights);
  expect(changed.some((value) => value !== 0)).toBe(true);
  expect(await block(WEIGHT, CHANGES)).toEqual(changed);
  expect(await block(MAP, CHANGES)).toEqual(lessThan(await block(MAP), map));

  const again = await block(WEIGHT);
  await sheet.session.perform(STEP);
  expect(await block(WEIGHT, CHANGES)).toEqual(lessThan(await block(WEIGHT), again));
});

test('after an edit they tell of the edit alone', async () => {
  await sheet.session.perform(STEP);
  await show('last');
  const [weights, map] = [await block(WEIGHT), await block(MAP)];
  await sheet.type(person.addressOf(WEIGHT, 1, 1), 2, 'Tiny');
  expect(await block(WEIGHT, CHANGES)).toEqual([0, 0, 0, 0, 2 - weights[4], 0, 0, 0, 0]);
  const changed = lessThan(await block(MAP), map);
  expect(changed.some((value) => value !== 0)).toBe(true);
  expect(await block(MAP, CHANGES)).toEqual(changed);
});

test('since step 0: with the weights of the seed, and the image that is on the page now', async () => {
  const weights = await block(WEIGHT);
  await sheet.session.perform(STEP);
  await sheet.session.perform(STEP);
  await sheet.type(person.addressOf('input.channel1'), 0.5, 'Tiny');
  await show('start');
  expect(await block(WEIGHT, CHANGES)).toEqual(lessThan(await block(WEIGHT), weights));
  const [now, changes] = [await block(MAP), await block(MAP, CHANGES)];
  await sheet.session.perform(RESET);
  expect(changes).toEqual(lessThan(now, await block(MAP)));
  expect(await block(WEIGHT, CHANGES)).toEqual(weights.map(() => 0));
  expect((await sheet.read('C1', CHANGES))[0][0]).toBe(
    'by how much the same cell of Tiny has changed since step 0',
  );
});

test('since step 0 follows the seed, before anything else has changed', async () => {
  await show('start');
  expect(await block(WEIGHT, CHANGES)).toEqual(Array(9).fill(0));
  const weights = await block(WEIGHT);
  await sheet.session.perform(setTo('seed', 11));
  const changes = await block(WEIGHT, CHANGES);
  await sheet.session.perform(RESET);
  expect(changes).toEqual(lessThan(weights, await block(WEIGHT)));
  expect(changes.some((value) => value !== 0)).toBe(true);
});

test('what is typed over a change is put back', async () => {
  await show('last');
  await sheet.session.perform(STEP);
  const changes = await block(WEIGHT, CHANGES);
  await sheet.type(person.addressOf(WEIGHT), 7, CHANGES);
  expect(await block(WEIGHT, CHANGES)).toEqual(changes);
});

test('the sheet goes when it is not wanted any more, or when a person deletes it, and no step draws it again', async () => {
  await show('last');
  expect(sheet.session.store.get().notebook?.changes).toBe('last');
  await sheet.session.perform(sheet.session.changes.hide);
  expect(await sheet.sheets()).not.toContain(CHANGES);
  expect(sheet.session.store.get().notebook?.changes).toBeUndefined();

  await show('start');
  await sheet.remove(CHANGES);
  await sheet.session.perform(STEP);
  expect(await sheet.sheets()).not.toContain(CHANGES);
  expect(sheet.session.store.get().notebook?.changes).toBeUndefined();
  expect(sheet.session.store.get().errors).toEqual([]);
});

test('a change is explained: what the cell holds now, less what it held before', async () => {
  const [before] = await block(WEIGHT);
  await sheet.session.perform(STEP);
  await show('last');
  await person.select(WEIGHT, 0, 0, 'changes');
  expect(person.explanation?.title).toBe('Change (Δ) of conv1, filter 1, channel 1');
  expect(person.numberCalled('before')).toBe(before);
  expect(person.numberCalled('change')).toBe((await block(WEIGHT, CHANGES))[0]);
});

test('zeros are white before any scale has a say, since no page says how one colours nothing but zeros', async () => {
  await show('last');
  const formats = await Excel.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets
      .getItem(CHANGES)
      .getRange(person.areaOf(WEIGHT));
    conditionalFormats.load('items/type,items/priority');
    await context.sync();
    const [first, ...others] = conditionalFormats.items.toSorted(
      (one, other) => one.priority - other.priority,
    );
    first.cellValue.load('rule');
    first.cellValue.format.fill.load('color');
    await context.sync();
    return {
      first: first.cellValue.rule,
      colour: first.cellValue.format.fill.color,
      others: others.map(({ type }) => type),
    };
  });
  expect(formats).toMatchObject({
    first: { formula1: expect.stringMatching(/^=?0$/), operator: 'EqualTo' },
    colour: LIGHT,
    others: ['ColorScale'],
  });
});
