import { Rect } from '../../../src/workbook/addresses/rect';
import type { Change } from '../../../src/workbook/grid/change';
import { Events } from '../../../src/workbook/objects/events';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const edit = (row: number, byAddin = false): Change => ({
  type: 'RangeEdited',
  sheetId: 's',
  area: new Rect(row, 0),
  byAddin,
});

/** Addresses that arrive after what `work` does, twice, with all timers run out in between. */
function arrivals(work: (events: Events) => void): string[] {
  const events = new Events();
  const arrived: string[] = [];
  events.connect((entries) => {
    for (const { targetId, message } of entries) {
      if (targetId === 's') arrived.push((JSON.parse(message) as { address: string }).address);
    }
  });
  for (let i = 0; i < 2; i++) {
    work(events);
    jest.runAllTimers();
  }
  return arrived;
}

test('steps of one gesture over the same cells are one event, a second gesture is another', () => {
  const arrived = arrivals((events) => {
    events.selectionChanged('s', 'B9');
    events.changed(edit(2));
    events.changed(edit(2));
  });
  expect(arrived).toEqual(['B9', 'A3', 'B9', 'A3']);
});

test('what is typed twice into a cell while a batch runs is told twice; of steps of one gesture the last counts', async () => {
  const events = new Events();
  const typed: unknown[] = [];
  events.connect((entries) => {
    for (const { targetId, message } of entries)
      if (targetId === 's') typed.push((JSON.parse(message) as { valueAfter: unknown }).valueAfter);
  });
  const held = events.hold();
  await held;
  events.changed(edit(2), 0, 1);
  events.changed(edit(2), 0, 2);
  jest.advanceTimersByTime(1);
  events.changed(edit(2), 2, 3);
  const released = events.release();
  jest.runAllTimers();
  await released;
  jest.runAllTimers();
  expect(typed).toEqual([2, 3]);
});

test("every write of the add-in's is an event of its own", () => {
  const arrived = arrivals((events) => {
    events.changed(edit(2, true));
    events.changed(edit(2, true));
  });
  expect(arrived).toHaveLength(4);
});

test('events wait until the batch that caused them is over', () => {
  const arrived = arrivals((events) => {
    events.hold();
    events.changed(edit(0, true));
  });
  expect(arrived).toEqual([]);
});
