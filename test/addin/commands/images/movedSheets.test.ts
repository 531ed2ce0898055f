/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { SHOW_IMAGES } from '../../../../src/addin/commands/images/imageCommands';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../../support/sheet';
import { until } from '../../support/until';

// Blocks on sheets of their own may be moved by a person; a click means the image that stands there now.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

/** Insert rows at the top of a sheet, and a column at its left. @returns the sheet's id */
function push(name: string, rows: string): Promise<string> {
  return Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(name);
    worksheet.load('id');
    worksheet.getRange(rows).insert('Down');
    worksheet.getRange('A:A').insert('Right');
    await context.sync();
    return worksheet.id;
  });
}

async function galleryAfter(id: string, address: string) {
  sheet.session.closeGallery();
  sheet.session.selection.select({ sheet: id, address });
  const { store } = sheet.session;
  await until(sheet, () => store.get().gallery !== undefined);
  return store.get().gallery!;
}

test('a click on the sheet of images shows the image of that row, also after rows were inserted above', async () => {
  await sheet.session.perform(SHOW_IMAGES);
  const id = await push('Tiny data', '1:3');
  const { pictures } = await galleryAfter(id, 'B10');
  expect(pictures.map(({ image }) => image)).toEqual([3]);
});

test('a click on the confusion sheet shows the images of that number, also after a row and a column were inserted', async () => {
  await sheet.session.perform(sheet.session.evaluation.evaluate);
  const id = await push('Tiny confusion', '1:1');
  const [row] = await sheet.read('C7:E7', 'Tiny confusion');
  const shown = Number(row[0]) > 0 ? 0 : 1;
  const { title } = await galleryAfter(id, ['C7', 'D7'][shown]);
  expect(title).toMatch(new RegExp(`^${Number(row[shown])} `));
});
