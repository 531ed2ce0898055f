/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { Session } from '../../../src/addin/session';
import { watch } from '../../../src/excel/read/watch';
import { CELL_EDIT } from '../../../src/workbook/behaviour/cellEdit';
import { type HeadlessExcel, headlessExcel } from '../../workbook/support/headlessExcel';
import { Heard } from '../../workbook/support/heard';
import { between } from '../support/bridge';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** Begins something while a cell is being edited; it is over before that is done. */
async function whileEditing(begin: () => Promise<void>): Promise<void> {
  excel.cellEdit.begin();
  const began = begin();
  // Excel has answered, or keeps waiting, by then.
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
  excel.cellEdit.end();
  await began;
}

async function type(value: number): Promise<void> {
  const { unitId, commands } = excel.book.grid;
  const range = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 };
  const params = { unitId, subUnitId: '{sheet1}', range, value: { v: value } };
  await commands.executeCommand('sheet.command.set-range-values', params);
}

test.each(CELL_EDIT.readings)('cellEdit:%s, edits are heard, each once', async (cellEdit) => {
  excel.behave({ cellEdit });
  const heard = new Heard();
  const nothing = () => undefined;
  const watcher = {
    rewritten: nothing,
    moved: nothing,
    activated: nothing,
    deleted: nothing,
    selected: nothing,
  };
  await whileEditing(() => watch({ ...watcher, edited: ({ typed }) => heard.add(`typed ${String(typed)}`) }));
  await type(1);
  await heard.all('typed 1');
  await type(2);
  await heard.all('typed 2');
  expect(heard.lines).toEqual(['typed 1', 'typed 2']);
});

test.each(CELL_EDIT.readings)('cellEdit:%s, the add-in opens the workbook', async (cellEdit) => {
  excel.behave({ cellEdit });
  const session = new Session();
  await whileEditing(() => session.open());
  expect(session.store.get()).toMatchObject({ ready: true, errors: [] });
});

test('what Excel refused when the add-in started is tried again with the next command', async () => {
  const session = new Session();
  const restore = refusingAll();
  await session.open();
  restore();
  expect(session.store.get()).toMatchObject({ ready: false, errors: [expect.any(String)] });
  const nothing = { name: 'Nothing', whileRunning: 'wait', work: () => Promise.resolve() } as const;
  await session.perform(nothing);
  expect(session.store.get()).toMatchObject({ ready: true, errors: [] });
});

/** An Excel that refuses every request. */
function refusingAll(): () => void {
  return between(({ onMessageFromHost }) => ({
    onMessageFromHost,
    sendMessageToHost: (text) => {
      const { id } = JSON.parse(text) as { id: number };
      const Error = { Code: 'RequestAborted', Message: 'Aborted.', Location: '', ActionIndex: 0 };
      const body = JSON.stringify({ Results: [], TraceIds: [], Error });
      const answer = { id, type: 2, message: { statusCode: 200, headers: {}, body } };
      setTimeout(() => onMessageFromHost(JSON.stringify(answer)));
    },
  }));
}
