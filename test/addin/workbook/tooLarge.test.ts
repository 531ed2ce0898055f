/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { USE_SELECTION } from '../../../src/addin/commands/images/imageCommands';
import { STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { expectConsistent } from '../support/consistent';
import { refusing } from '../support/difficult';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

const errors = () => sheet.session.store.get().errors;

test('cells whose texts are too long for one answer are told of in plain words', async () => {
  // More than 5 MB of text; no request brings more than a part of it here.
  const rows = 200;
  const text = 'x'.repeat(30_000);
  for (let row = 0; row < rows; row += rows / 2) {
    await Excel.run(async (context) => {
      const own = context.workbook.worksheets.getItem('Sheet1');
      own.getRangeByIndexes(row, 0, rows / 2, 1).values = Array.from({ length: rows / 2 }, () => [text]);
      own.activate();
      own.getRangeByIndexes(0, 0, rows, 1).select();
      await context.sync();
    });
  }
  await sheet.session.perform(USE_SELECTION);
  expect(errors()).toEqual([expect.stringContaining('The cells hold more than Excel returns at once')]);
});

test('a request that Excel finds too large is told of in plain words, and a step later all is well', async () => {
  const accept = refusing('RequestPayloadSizeLimitExceeded');
  await sheet.session.perform(STEP);
  accept();
  expect(errors()).toEqual([expect.stringContaining('more than Excel accepts at once (5 MB')]);
  await sheet.session.perform(STEP);
  expect(errors()).toEqual([]);
  await expectConsistent(sheet, TINY, 'Tiny');
});
