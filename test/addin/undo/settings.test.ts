/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { RESET, STEP } from '../../../src/addin/commands/train';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { UNDO_TOLD } from '../../../src/workbook/behaviour/undoTold';
import { isLong } from '../../support/runs';
import { expectConsistent } from '../support/consistent';
import { openLesson4, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
  // The sheet of its memory is drawn now: a sheet that is made cannot be undone.
  await sheet.type(OPTIMISER, 'RMSProp');
  await sheet.type(OPTIMISER, 'Momentum');
});
afterAll(() => sheet.close());
afterEach(() => sheet.behave({ edits: 'told' }));

const OPTIMISER = 'EW18';
const PAGE = 'A1:EX60';
const consistent = () => expectConsistent(sheet, LESSON_4, 'Lesson 4');

async function undoUntil(address: string, value: unknown): Promise<void> {
  for (let press = 1; press <= 6; press++) {
    await sheet.undo();
    if ((await sheet.read(address))[0][0] === value) return;
  }
  throw new Error(`${address} does not hold ${String(value)} again.`);
}

/** The long run has all of them. */
const READINGS = isLong ? UNDO_TOLD.readings : UNDO_TOLD.readings.slice(0, 1);

describe.each(READINGS)('undoTold:%s', (undoTold) => {
  beforeEach(async () => {
    sheet.behave({ undo: 'recorded', undoTold });
    await sheet.type(OPTIMISER, 'Momentum');
    await sheet.type('EW4', 0.01);
    await sheet.session.perform(RESET);
  });

  test('another optimiser is undone, and the next Step is one of the first', async () => {
    await sheet.session.perform(STEP);
    const before = await sheet.read(PAGE);
    const [[optimiser]] = await sheet.read(OPTIMISER);
    await sheet.type(OPTIMISER, 'RMSProp');
    await consistent();
    await undoUntil(OPTIMISER, optimiser);
    expect(await sheet.read(PAGE)).toEqual(before);
    await consistent();
    await sheet.session.perform(STEP);
    expect(sheet.session.store.get().errors).toEqual([]);
    await consistent();
  });

  test('after an undone Step, an optimiser that is typed begins anew', async () => {
    await sheet.type(OPTIMISER, 'RMSProp');
    await sheet.type(OPTIMISER, 'Momentum');
    await sheet.session.perform(STEP);
    await sheet.session.perform(STEP);
    await sheet.undo();
    await sheet.type(OPTIMISER, 'RMSProp');
    expect(sheet.session.store.get().notebook!.step).toBe(1);
    expect(await sheet.read('EV32:EW32')).toEqual([['Optimiser step', 0]]);
    await consistent();
  });

  test.each([
    ['a filter cell', 'AE12', 3],
    ['a setting', 'EW4', 0.5],
    ['a choice', OPTIMISER, 'SGD'],
  ])('%s of which Excel did not tell, and the Step after it, are undone', async (_what, address, value) => {
    const before = await sheet.read(PAGE);
    const [[old]] = await sheet.read(address);
    await sheet.select(address);
    sheet.behave({ edits: 'untold' });
    await sheet.type(address, value);
    await sheet.session.perform(STEP);
    await consistent();
    await undoUntil(address, old);
    expect(await sheet.read(PAGE)).toEqual(before);
    await sheet.session.perform(STEP);
    expect(sheet.session.store.get().errors).toEqual([]);
    await consistent();
  });
});
