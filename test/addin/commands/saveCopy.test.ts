/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import { STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { documentOf } from '../../../src/workbook/book/document';
import { comparable } from '../../workbook/support/comparableDocument';
import { opened } from '../../workbook/support/workbookFiles';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => (sheet = await openNotebook(TINY)));
afterAll(() => sheet.close());

const bytesOf = (content: Blob): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(content);
  });

test('Save a copy hands over the whole workbook as it is now, as often as one likes', async () => {
  const { session, excel } = sheet;
  for (let time = 1; time <= 3; time++) {
    await session.perform(STEP);
    const copy = await session.copies.make();
    expect(copy?.name).toBe('Book1.xlsx');
    const { document } = await opened(await bytesOf(copy!.content), excel.book);
    expect(comparable(document).sheets).toEqual(
      JSON.parse(JSON.stringify(comparable(documentOf(excel.book)).sheets)),
    );
  }
});

test('an Excel that makes no copy is told of, with what to do instead', async () => {
  const { session, excel } = sheet;
  const { copy } = excel.copies;
  jest.spyOn(console, 'error').mockReturnValueOnce(undefined);
  excel.copies.copy = () => Promise.reject(new Error('no room'));
  expect(await session.copies.make()).toBeUndefined();
  expect(session.store.get().errors).toEqual([
    'Excel made no copy of the workbook. Save it with File > Save a Copy.',
  ]);
  excel.copies.copy = copy;
  await session.perform(STEP);
  expect(session.store.get().errors).toEqual([]);
  expect(await session.copies.make()).toBeDefined();
});
