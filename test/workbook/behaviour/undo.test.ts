/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { UNDO_TOLD } from '../../../src/workbook/behaviour/undoTold';
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel.book);
});
beforeEach(async () => {
  excel.behave({ undo: 'recorded', undoTold: 'ThisLocalAddin', edits: 'told' });
  excel.book.grid.forgetUndo();
  await write({ 'A1:C9': '' });
  excel.book.grid.forgetUndo();
});
afterAll(() => excel.close());

/** One request that writes into cells. */
function write(cells: Record<string, unknown>): Promise<void> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    for (const [address, value] of Object.entries(cells))
      sheet.getRange(address).values = value as unknown[][];
    await context.sync();
  });
}

function read(address: string): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange(address);
    range.load('values');
    await context.sync();
    return range.values.flat() as unknown[];
  });
}

const undo = () => excel.book.grid.commands.executeCommand('univer.command.undo');
const redo = () => excel.book.grid.commands.executeCommand('univer.command.redo');

test('recorded: each request is a step, between the steps of a person', async () => {
  await write({ A1: 1, A2: 'x' });
  await person.type('Sheet1', 'A1', 2);
  await write({ A1: 3, B1: 4 });
  const seen = [await read('A1:B2')];
  for (const step of [undo, undo, undo, redo, redo, redo]) {
    await step();
    seen.push(await read('A1:B2'));
  }
  const [empty, first, typed, second] = [
    ['', '', '', ''],
    [1, '', 'x', ''],
    [2, '', 'x', ''],
    [3, 4, 'x', ''],
  ];
  expect(seen).toEqual([second, typed, first, empty, first, typed, second]);
});

test('recorded: two syncs of one Excel.run are two steps', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1').values = [[1]];
    await context.sync();
    sheet.getRange('A2').values = [[2]];
    await context.sync();
  });
  await undo();
  expect(await read('A1:A2')).toEqual([1, '']);
  await undo();
  expect(await read('A1:A2')).toEqual(['', '']);
});

test('recorded: reading is no step, and leaves what can be redone', async () => {
  await write({ A1: 1 });
  await undo();
  await read('A1:C9');
  await redo();
  expect(await read('A1')).toEqual([1]);
});

test('recorded: formulas and formats come back, and all that reads the cells is calculated', async () => {
  await write({ A1: 5, A2: '=A1*2', B1: '=A2+1' });
  await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A2');
    cell.values = [[7]];
    cell.format.fill.color = '#FF0000';
    await context.sync();
  });
  expect(await read('A2:B2')).toEqual([7, '']);
  expect(await read('B1')).toEqual([8]);
  await undo();
  const { formulas, color } = await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A2');
    cell.load('formulas,format/fill/color');
    await context.sync();
    return { formulas: cell.formulas as unknown[][], color: cell.format.fill.color };
  });
  expect(formulas).toEqual([['=A1*2']]);
  expect(color).toBe('#FFFFFF');
  expect(await read('B1')).toEqual([11]);
  await redo();
  expect(await read('B1')).toEqual([8]);
});

test('recorded: a request that changes more than cells ends what could be undone', async () => {
  await person.type('Sheet1', 'A1', 1);
  await Excel.run(async (context) => {
    context.workbook.names.add('here', context.workbook.worksheets.getItem('Sheet1').getRange('A1'));
    await context.sync();
  });
  expect(await undo()).toBe(false);
  expect(await read('A1')).toEqual([1]);
});

test('cleared: a request that writes ends what could be undone, one that reads does not', async () => {
  excel.behave({ undo: 'cleared' });
  await person.type('Sheet1', 'A1', 1);
  await read('A1');
  await undo();
  expect(await read('A1')).toEqual(['']);
  await person.type('Sheet1', 'A1', 1);
  await write({ C9: 3 });
  expect(await undo()).toBe(false);
  expect(await read('A1')).toEqual([1]);
});

interface Told {
  readonly address: string;
  readonly triggerSource: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What the add-in is told of while something is done. */
async function told(act: () => Promise<unknown>): Promise<Told[]> {
  await allHeard();
  const events: Told[] = [];
  const handler = await Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add(async ({ address, triggerSource, details }) => {
      events.push({ address, triggerSource, before: details?.valueBefore, after: details?.valueAfter });
    });
    await context.sync();
    return added;
  });
  await act();
  await allHeard();
  handler.remove();
  await handler.context.sync();
  return events;
}

/** Events come in the order in which things happened: one of our own comes last. */
async function allHeard(): Promise<void> {
  await Excel.run(async (context) => {
    const last = new Promise<void>((resolve) => {
      context.workbook.worksheets.onAdded.add(async () => resolve());
    });
    await context.sync();
    excel.book.events.added('last');
    await last;
  });
}

test.each(UNDO_TOLD.readings)('undoTold:%s, what is undone and redone is told of so', async (undoTold) => {
  excel.behave({ undoTold });
  await write({ A1: 1, 'B1:B2': [[2], [3]] });
  const undone = await told(undo);
  expect(undone).toEqual([
    { address: 'A1', triggerSource: undoTold, before: 1, after: '' },
    { address: 'B1:B2', triggerSource: undoTold, before: undefined, after: undefined },
  ]);
  const redone = await told(redo);
  expect(redone.map(({ address, triggerSource }) => [address, triggerSource])).toEqual([
    ['A1', undoTold],
    ['B1:B2', undoTold],
  ]);
  excel.behave({ edits: 'untold' });
  expect(await told(undo)).toEqual([]);
});
