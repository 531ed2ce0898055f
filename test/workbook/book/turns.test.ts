/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import { Turns } from '../../../src/workbook/book/turns';
import { headlessExcel, type HeadlessExcel } from '../support/headlessExcel';

test('what comes between requests waits for one that has begun, and is done meanwhile when its turn is lent', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  const end = await turns.take();
  const first = turns.between(note('first'));
  await Promise.resolve();
  expect(done).toEqual([]);
  let ended!: () => void;
  const lent = turns.lend(new Promise((resolve) => (ended = resolve)));
  await first;
  await turns.between(note('second'));
  const next = turns.take();
  ended();
  await lent;
  const third = turns.between(note('third'));
  await Promise.resolve();
  expect(done).toEqual(['first', 'second']);
  end();
  (await next)();
  await third;
  expect(done).toEqual(['first', 'second', 'third']);
});

test('what is done between requests may fail without stopping the others', async () => {
  const turns = new Turns();
  const fail = () => {
    throw new Error('full');
  };
  await expect(turns.between(fail)).rejects.toThrow('full');
  await expect(turns.between(() => 'done')).resolves.toBe('done');
});

describe('a person begins to type into a cell while a request is carried out', () => {
  let excel: HeadlessExcel;
  beforeAll(async () => {
    excel = await headlessExcel();
    // After the first request, office.js sends one of its own.
    await Excel.run(async (context) => {
      for (const name of ['first', 'second']) {
        context.workbook.names.getItemOrNullObject(name).load('name');
        await context.sync();
      }
    });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => excel.close());

  /** @returns the value of A1 as the request finds it */
  function request(writes: boolean): Promise<unknown> {
    const { events } = excel.book;
    const hold = events.hold.bind(events);
    jest.spyOn(events, 'hold').mockImplementationOnce(async () => {
      await hold();
      excel.cellEdit.begin();
    });
    return Excel.run({ delayForCellEdit: true }, async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      if (writes) range.values = [[1]];
      range.load('values');
      await context.sync();
      return range.values[0][0];
    });
  }

  const begun = async () => {
    while (!excel.cellEdit.isOn) await new Promise((resolve) => setTimeout(resolve));
  };

  test('one that has changed nothing does not hold up what comes between requests', async () => {
    const value = request(false);
    await begun();
    await expect(excel.betweenRequests(() => 'kept')).resolves.toBe('kept');
    excel.cellEdit.end();
    await expect(value).resolves.toBe('');
  });

  test('one that has changed something does: nothing is kept half-way', async () => {
    const value = request(true);
    await begun();
    const kept = excel.betweenRequests(() => excel.cellEdit.isOn);
    await new Promise((resolve) => setTimeout(resolve));
    excel.cellEdit.end();
    await expect(value).resolves.toBe(1);
    await expect(kept).resolves.toBe(false);
  });
});
