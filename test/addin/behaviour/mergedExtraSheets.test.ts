/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { inWorkbook } from '../../../src/excel/context';
import { SHOW_IMAGES } from '../../../src/addin/commands/images/imageCommands';
import { setTo } from '../../../src/addin/commands/train';
import { appendLog, prepareLog } from '../../../src/excel/sheets/log/logSheet';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import type { LogRow } from '../../../src/training/logRow';
import { Person } from '../../workbook/support/person';
import { quiet } from '../support/bridge';
import { everyCell } from '../support/everyCell';
import { openNotebook, type Sheet } from '../support/sheet';

// Sheets beside a notebook: what the add-in draws there is drawn whole, or not at all, whatever a person has merged.
let sheet: Sheet;
let person: Person;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  person = new Person(sheet.excel.book);
  await sheet.session.perform(setTo('stepsPerRun', 3));
});
afterAll(() => sheet.close());

const errors = () => sheet.session.store.get().errors;

async function merge(address: string, name: string): Promise<void> {
  const params = { selections: [person.range(address)], defaultMerge: true };
  expect(await person.perform('sheet.command.add-worksheet-merge', name, params)).toBe(true);
  await sheet.session.idle(quiet);
}

async function unmerge(address: string, name: string): Promise<void> {
  await person.perform('sheet.command.remove-worksheet-merge', name, { ranges: [person.range(address)] });
  await sheet.session.idle(quiet);
}

const message = (name: string, address: string) =>
  `On '${name}', the cells ${address} are merged, so that only the first of them can hold anything, and nothing was ` +
  'written. Unmerge them (Home, Merge & Center), or press Ctrl+Z, and try again.';

describe.each([{ mergedCells: 'ignored' }, { mergedCells: 'kept' }] as const)('%o', (reading) => {
  beforeEach(() => sheet.behave(reading));

  test.each([
    ['images', 'Tiny data', 'C6:D7', () => sheet.session.perform(SHOW_IMAGES)],
    ['the matrix', 'Tiny matrix', 'A6:B7', () => sheet.session.perform(sheet.session.matrices.show)],
    [
      'the evaluation',
      'Tiny confusion',
      'B5:C6',
      () => sheet.session.perform(sheet.session.evaluation.evaluate),
    ],
    ['the filters', 'Tiny filters', 'B9:C10', () => sheet.session.perform(sheet.session.filters.showSheet)],
  ])('%s are drawn over cells that somebody has merged', async (_, name, address, show) => {
    await show();
    const before = await sheet.read('A1:Z60', name);
    await merge(address, name);
    expect(await sheet.read('A1:Z60', name)).not.toEqual(before);
    await show();
    expect(errors()).toEqual([]);
    expect(await sheet.read('A1:Z60', name)).toEqual(before);
  });

  test.each([
    ['a field and its label', 'A6:B6'],
    ['a total and its label', 'D4:F4'],
    ['two totals', 'F5:F6'],
  ])('of a model table in which %s are merged nothing is counted or built', async (_, address) => {
    await sheet.session.perform(sheet.session.models.show);
    const whole = await sheet.read('A1:Z30', 'Tiny model');
    await merge(address, 'Tiny model');
    const before = await everyCell();
    await sheet.session.perform(sheet.session.models.build);
    expect(errors()).toEqual([message('Tiny model', address)]);
    expect(await everyCell()).toEqual(before);
    await unmerge(address, 'Tiny model');
    await sheet.paste(
      'A4:B8',
      whole.slice(3, 8).map((row) => row.slice(0, 2)),
      'Tiny model',
    );
    expect(errors()).toEqual([]);
    expect(await sheet.read('A1:Z30', 'Tiny model')).toEqual(whole);
  });
});

test('a log below which cells are merged waits for them, and loses no row', async () => {
  const rows = async () => (await sheet.read('A5:A12', 'Tiny log')).flat().filter((cell) => cell !== '');
  const run = () => sheet.session.perform(sheet.session.runs.run);
  await run();
  await merge('A6:B7', 'Tiny log');
  const before = await sheet.read('A1:G12', 'Tiny log');
  await run();
  expect(errors()).toEqual([message('Tiny log', 'A6:B7')]);
  expect(await sheet.read('A1:G12', 'Tiny log')).toEqual(before);
  expect(sheet.session.store.get().notebook!.step).toBe(6);
  await unmerge('A6:B7', 'Tiny log');
  await run();
  expect(errors()).toEqual([]);
  expect(await rows()).toEqual([3, 6, 9]);
});

test('the first rows of a log go over whatever is merged on its sheet while it is blank', async () => {
  const place = await Excel.run((context) => prepareLog(context, undefined, 'Another'));
  await merge('A1:C6', 'Another log');
  const row: LogRow = {
    step: 1,
    epoch: 0.5,
    learningRate: 0.1,
    trainingLoss: 2,
    trainingAccuracy: 0.5,
    validationLoss: undefined,
    validationAccuracy: undefined,
  };
  await inWorkbook((context) => appendLog(context, place, 'Another', [row]));
  expect((await sheet.read('A4:D5', 'Another log')).map((cells) => cells.slice())).toEqual([
    ['Step', 'Epoch', 'Learning rate', 'Training loss'],
    [1, 0.5, 0.1, 2],
  ]);
});
