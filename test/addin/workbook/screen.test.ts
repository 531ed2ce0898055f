/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { NEXT_IMAGE, RESET, setTo, STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { Explained } from '../support/explained';
import { requestsOf, suspensions } from '../support/requests';
import { openNotebook, type Sheet } from '../support/sheet';
import { stepsLater } from '../support/until';

// Suspended again and again, Excel's window flickers: updating is suspended where sheets are drawn, once.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

test('a Step, an edit, Reset and a run never suspend the updating of the screen', async () => {
  const { session } = sheet;
  await session.perform(setTo('stepsPerRun', 30));
  const counts = await suspensions(async () => {
    for (const command of [STEP, NEXT_IMAGE, session.runs.run, session.runs.runEpoch, RESET])
      await session.perform(command);
    await sheet.type('A2', 0.5, 'Tiny');
    await session.explaining.toggle();
    await new Explained(sheet, TINY).select('conv1.map1', 1, 1);
  });
  expect(session.store.get().errors).toEqual([]);
  expect(sum(counts)).toBe(0);
});

test('in a run no shape is moved; the frames of what was selected follow when it has ended', async () => {
  const { session } = sheet;
  const person = new Explained(sheet, TINY);
  await person.select('conv1.map1', 1, 1);
  await session.perform(setTo('stepsPerRun', 1_000_000));
  const { sheet: id } = session.selection.current!;
  let running: Promise<void> = Promise.resolve();
  const during = await requestsOf(async () => {
    running = session.perform(session.runs.run);
    await stepsLater(sheet, 1);
    session.selection.select({ sheet: id, address: person.addressOf('conv1.map1', 2, 2) });
    await stepsLater(sheet, 1);
  });
  expect(
    during.flatMap(({ sets }) => sets).filter((name) => ['Left', 'Top', 'Visible'].includes(name)),
  ).toEqual([]);
  const after = await requestsOf(async () => {
    session.stop();
    await running;
    await session.explaining.settled();
  });
  expect(after.flatMap(({ sets }) => sets)).toContain('Left');
  await session.explaining.toggle();
});
