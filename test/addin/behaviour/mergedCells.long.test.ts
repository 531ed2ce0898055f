/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP, setTo } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import type { Behaviour } from '../../../src/workbook/behaviour/behaviour';
import { Person } from '../../workbook/support/person';
import { quiet } from '../support/bridge';
import { expectConsistent } from '../support/consistent';
import { everyCell } from '../support/everyCell';
import { openNotebook, type Sheet } from '../support/sheet';
import { stepsLater } from '../support/until';

let sheet: Sheet;
let person: Person;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  person = new Person(sheet.excel.book);
  await sheet.session.perform(setTo('stepsPerRun', 3));
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();
const step = () => state().notebook!.step;

/** As a person does: select, and press Merge & Center. */
async function merge(address: string, name = 'Tiny'): Promise<void> {
  await sheet.select(address, name);
  await mergeSelected(address, name);
  await sheet.session.idle(quiet);
}

function mergeSelected(address: string, name = 'Tiny'): Promise<boolean> {
  const params = { selections: [person.range(address)], defaultMerge: true };
  return person.perform('sheet.command.add-worksheet-merge', name, params);
}

async function unmerge(address: string, name = 'Tiny'): Promise<void> {
  await person.perform('sheet.command.remove-worksheet-merge', name, { ranges: [person.range(address)] });
  await sheet.session.idle(quiet);
}

/** A step that is taken, after which all cells follow from each other. */
async function goOn(): Promise<void> {
  const before = step();
  await sheet.session.perform(STEP);
  expect(state().errors).toEqual([]);
  expect(step()).toBe(before + 1);
  await expectConsistent(sheet, TINY, 'Tiny');
}

const message = (name: string, address: string) =>
  `On '${name}', the cells ${address} are merged, so that only the first of them can hold a number, and nothing was ` +
  'changed. Unmerge them (Home, Merge & Center), or press Ctrl+Z; the next command puts back the numbers that they held.';

const READINGS: readonly Partial<Behaviour>[] = [
  { mergedCells: 'ignored', merging: 'untold' },
  { mergedCells: 'kept', merging: 'told' },
];

describe.each(READINGS)('%o', (readings) => {
  beforeEach(() => sheet.behave(readings));

  test.each([
    ['a filter', 'Tiny', 'H5:I6'],
    ['a map', 'Tiny', 'L3:M4'],
    ['a setting and its label', 'Tiny', 'AM3:AN3'],
    ['a gradient', 'Tiny ∂', 'H14:J16'],
  ])(
    '%s is merged: a step changes nothing; unmerged, it goes on with the numbers of before',
    async (_, name, at) => {
      await goOn();
      const weights = await sheet.read('H5:J7', 'Tiny');
      await merge(at, name);
      const before = await everyCell();
      const { step: steps } = state().notebook!;
      await sheet.session.perform(STEP);
      expect(state().errors[0]).toBe(message(name, at));
      expect(await everyCell()).toEqual(before);
      expect(step()).toBe(steps);
      await unmerge(at, name);
      await sheet.session.perform(setTo('stepsPerRun', 3));
      expect(state().errors).toEqual([]);
      expect(await sheet.read('H5:J7', 'Tiny')).toEqual(weights);
      await goOn();
    },
  );

  test('a merge that is undone is as if it had not been', async () => {
    await goOn();
    const before = await everyCell();
    // An event that tells of cells as they were just written may be the late one of a paste that was overwritten.
    const later = performance.now() + 3000;
    const clock = jest.spyOn(performance, 'now').mockReturnValue(later);
    await merge('H5:I6');
    await sheet.undo();
    expect(await everyCell()).toEqual(before);
    clock.mockRestore();
    await goOn();
  });

  test('a run does not begin on merged cells', async () => {
    await merge('T3:U4');
    const before = await everyCell();
    await sheet.session.perform(sheet.session.runs.run);
    expect(state().errors[0]).toBe(message('Tiny', 'T3:U4'));
    expect(await everyCell()).toEqual(before);
    await unmerge('T3:U4');
    await goOn();
  });

  test('a run ends when a filter is merged during it, and what it has reached is kept', async () => {
    const { session } = sheet;
    await session.perform(setTo('stepsPerRun', 1_000_000));
    const run = session.perform(session.runs.run);
    await stepsLater(sheet, 2);
    const selections = [{ range: person.range('H5:I6'), primary: null, style: null }];
    await person.perform('sheet.operation.set-selections', 'Tiny', { type: 2, selections });
    await mergeSelected('H5:I6');
    await run;
    await session.idle(quiet);
    expect(state().errors[0]).toBe(message('Tiny', 'H5:I6'));
    const reached = step();
    await unmerge('H5:I6');
    await session.perform(setTo('stepsPerRun', 3));
    expect(step()).toBe(reached);
    await goOn();
  });

  test('what hides no cell of a block may be merged', async () => {
    await merge('AC9:AE10');
    await merge('AN12:AQ12');
    await goOn();
    await unmerge('AC9:AE10');
    await unmerge('AN12:AQ12');
  });
});
