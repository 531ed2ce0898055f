/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { NotebookError } from '../../../src/addin/faults';
import { Session } from '../../../src/addin/session';
import type { Work } from '../../../src/addin/workbook/pipeline';
import { type HeadlessExcel, headlessExcel } from '../../workbook/support/headlessExcel';

let excel: HeadlessExcel;
let session: Session;
beforeAll(async () => {
  excel = await headlessExcel();
  session = new Session();
  await session.open();
});
afterAll(() => excel.close());

const commandThat = (name: string, work: Work['work']): Work => ({ name, whileRunning: 'wait', work });

/** Resolves when the pane is told that a command is under way. */
function told(): Promise<string> {
  const { store } = session;
  return new Promise((resolve) => {
    const leave = store.subscribe(() => {
      const { busy } = store.get();
      if (busy === undefined) return;
      leave();
      resolve(busy);
    });
  });
}

test('the pane is told which command is under way, until it has ended', async () => {
  let heard = '';
  await session.perform(commandThat('Draw all', async () => void (heard = await told())));
  expect(heard).toBe('Draw all');
  expect(session.store.get().busy).toBeUndefined();
});

test('a command that fails is under way no more', async () => {
  await session.perform(
    commandThat('Draw nothing', async () => {
      await told();
      throw new NotebookError('no pencil');
    }),
  );
  expect(session.store.get().busy).toBeUndefined();
  expect(session.store.get().errors.join()).toContain('no pencil');
});
