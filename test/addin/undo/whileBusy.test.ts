/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { setTo } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { settle } from '../order/settle';
import { expectConsistent } from '../support/consistent';
import { openNotebook, type Sheet } from '../support/sheet';

// Undo takes back what the add-in wrote in answer to an edit, while a long command is under way.
let sheet: Sheet;
beforeEach(async () => (sheet = await openNotebook(TINY)));
afterEach(() => sheet.close());

const WEIGHT = 'H5';
/** A cell of the map that follows from it. */
const MAP = { address: 'M3', row: 2, column: 12 };

const map = () => sheet.read(MAP.address, 'Tiny');

/** Resolves as soon as the add-in has written its answer: through no request, which would have to wait for others. */
async function answered(): Promise<void> {
  const { grid } = sheet.excel.book;
  const { workbook } = grid;
  const shown = () => grid.cell(workbook.getSheetBySheetName('Tiny')!.getSheetId(), MAP.row, MAP.column)?.v;
  const before = shown();
  while (shown() === before) await new Promise((resolve) => setTimeout(resolve));
}

/** Whatever comes next has the cells follow from the weights again. */
async function expectWhole(): Promise<void> {
  await sheet.session.perform(sheet.session.changes.hide);
  await expectConsistent(sheet, TINY, 'Tiny');
}

test('while images are evaluated: what it took back is written by whatever comes next', async () => {
  const before = await map();
  const { session } = sheet;
  const typing = sheet.type(WEIGHT, 0.25, 'Tiny');
  // It answers what was typed, and the images are evaluated as soon as it has.
  const hiding = session.perform(session.changes.hide);
  const evaluating = session.perform(session.evaluation.evaluate);
  await answered();
  const undoing = sheet.undo();
  await settle(sheet, [typing, hiding, evaluating, undoing]);
  expect(await map()).toEqual(before);
  expect(await sheet.read(WEIGHT, 'Tiny')).toEqual([[0.25]]);
  await expectWhole();
});

test('while steps are run that change nothing: it is written again by the run, or at its end', async () => {
  const { session } = sheet;
  await session.perform(setTo('learningRate', 0));
  await session.perform(setTo('stepsPerRun', 100_000));
  const before = await map();
  const running = session.perform(session.runs.run);
  const typing = sheet.type(WEIGHT, 0.25, 'Tiny');
  await answered();
  const after = await map();
  expect(after).not.toEqual(before);
  const undoing = sheet.undo();
  session.stop();
  await settle(sheet, [typing, running, undoing]);
  expect(await map()).toEqual(after);
  await expectWhole();
});
