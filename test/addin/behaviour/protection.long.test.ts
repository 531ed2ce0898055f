/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { setTo, STEP } from '../../../src/addin/commands/train';
import { protectionBehind } from '../../../src/excel/protection';
import { keepAnswers } from '../../../src/excel/thisExcel';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { PROTECTION } from '../../../src/workbook/behaviour/protection';
import { quiet } from '../support/bridge';
import { expectConsistent } from '../support/consistent';
import { everyCell } from '../support/everyCell';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(setTo('stepsPerRun', 3));
  await sheet.session.perform(STEP);
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();
const protection = () => sheet.excel.book.protection;
const idOf = (name: string) => sheet.excel.book.grid.workbook.getSheetBySheetName(name)!.getSheetId();

async function unprotected(): Promise<void> {
  protection().sheets.clear();
  Object.assign(protection(), { structure: false, readOnly: false });
  await sheet.session.perform(STEP);
  expect(state().errors).toEqual([]);
  await expectConsistent(sheet, TINY, 'Tiny');
}

test('a code that the check of this Excel has met is recognised, too', async () => {
  const error = Object.assign(new Error(), { code: 'InvalidOperation' });
  protection().sheets.add(idOf('Tiny ∂'));
  expect(await protectionBehind(error)).toBeUndefined();
  keepAnswers([{ name: 'protection', question: '', sources: [], answer: 'InvalidOperation' }]);
  expect((await protectionBehind(error))?.message).toMatch(/^The sheet 'Tiny ∂' is protected/);
  await unprotected();
  expect(await protectionBehind(error)).toBeUndefined();
});

describe.each(PROTECTION.readings)('protection:%s', (reading) => {
  beforeEach(() => sheet.behave({ protection: reading }));

  test.each(['Tiny', 'Tiny ∂', 'Tiny v'])(
    'a step writes all or nothing when %s is protected',
    async (name) => {
      const before = await everyCell();
      const { step } = state().notebook!;
      protection().sheets.add(idOf(name));
      await sheet.session.perform(STEP);
      expect(state().errors[0]).toBe(
        `The sheet '${name}' is protected, so nothing was changed. Unprotect it (Review, Unprotect Sheet), then try again.`,
      );
      expect(await everyCell()).toEqual(before);
      await unprotected();
      expect(state().notebook!.step).toBe(step + 1);
    },
  );

  test('what is typed beside a protected sheet counts when that is protected no more', async () => {
    protection().sheets.add(idOf('Tiny ∂'));
    await sheet.type('I6', 0.5, 'Tiny');
    expect(state().errors[0]).toMatch(/^The sheet 'Tiny ∂' is protected/);
    expect(await sheet.read('I6', 'Tiny')).toEqual([[0.5]]);
    await unprotected();
  });

  test('a run stops at once, and the next one logs', async () => {
    const { session } = sheet;
    await session.perform(session.runs.run);
    const before = await everyCell();
    protection().sheets.add(idOf('Tiny ∂'));
    await session.perform(session.runs.run);
    expect(state().errors[0]).toMatch(/^The sheet 'Tiny ∂' is protected/);
    expect(await everyCell()).toEqual(before);
    await unprotected();
  });

  test('rows of a protected log are logged by the next run', async () => {
    const { session } = sheet;
    await session.perform(session.runs.run);
    protection().sheets.add(idOf('Tiny log'));
    await session.perform(session.runs.run);
    expect(state().errors[0]).toMatch(/^The sheet 'Tiny log' is protected/);
    const { step } = state().notebook!;
    protection().sheets.clear();
    await session.perform(session.runs.run);
    const steps = (await sheet.read('A5:A60', 'Tiny log')).flat().filter((cell) => cell !== '');
    expect(steps.slice(-2)).toEqual([step, step + 3]);
  });

  test('New and Build draw nothing where the structure is protected', async () => {
    const { session } = sheet;
    await session.perform(session.models.show);
    const before = await sheet.sheets();
    protection().structure = true;
    for (const command of [newNotebook(TINY), session.models.build]) {
      await session.perform(command);
      await state().question?.answer();
      await session.idle(quiet);
      expect(state().errors[0]).toMatch(
        /^The structure of the workbook is protected.*\(Review, Protect Workbook\)/,
      );
      expect(await sheet.sheets()).toEqual(before);
    }
    await unprotected();
  });

  test('in a workbook that can only be read, all says so', async () => {
    const { session } = sheet;
    const before = await everyCell();
    protection().readOnly = true;
    for (const command of [STEP, session.runs.run, newNotebook(TINY)]) {
      await session.perform(command);
      expect(state().errors[0]).toMatch(/^The workbook is open for reading only/);
    }
    expect(await everyCell()).toEqual(before);
    await unprotected();
  });
});
