/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { quiet } from '../support/bridge';
import { expectConsistent } from '../support/consistent';
import { openNotebook, type Sheet } from '../support/sheet';
import { SlowRoad } from '../support/slowRoad';

// Excel on the web draws for seconds. Ctrl+Z takes back the latest part of what was drawn, also of sheets that are not in
// front.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(sheet.session.models.show);
  await sheet.activate('Tiny');
});
afterAll(() => sheet.close());

test('what is undone of sheets that Build has drawn, and not shown yet, is there again, with its labels', async () => {
  const cells = () => sheet.read('A1:AN10', 'Tiny');
  const before = await cells();
  const road = new SlowRoad();
  const { workbook, commands } = sheet.excel.book.grid;
  const firstPixel = () => workbook.getSheetBySheetName('Tiny (2)')?.getRange(1, 0).getValue() ?? undefined;
  const built = sheet.session.perform(sheet.session.models.build);
  while (firstPixel() === undefined) await road.arrivals(1);
  // What is drawn next is not known: all that has been drawn is undone.
  for (let times = 0; firstPixel() !== undefined && times < 20; times++)
    await commands.executeCommand('univer.command.undo');
  expect(firstPixel()).toBeUndefined();
  await road.open();
  await built;
  await sheet.session.idle(quiet);
  road.close();
  expect(sheet.session.store.get().errors).toEqual([]);
  expect(await cells()).toEqual(before);
  await expectConsistent(sheet, TINY, 'Tiny');
});
