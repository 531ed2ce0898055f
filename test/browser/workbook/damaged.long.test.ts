// Documents whose content in this browser is damaged: said, and left as they are; others go on to be opened.
import { type EmbeddedWorkbook, openWorkbook } from '../harness';
import { contentOf, damage, idInAddress } from './keptContent';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());

const tab = (name: string) => excel.page.getByRole('tab', { name, exact: true });
const file = () => excel.page.getByRole('tabpanel', { name: 'File', exact: true });
const button = (name: string) => file().getByRole('button', { name, exact: true });
const notice = () => file().getByRole('status');

/** Makes a document with a cell, and opens another one, so that the page no longer keeps it. */
async function makeDocument(): Promise<string> {
  await tab('File').click();
  await excel.goThere(() => button('New').click());
  await excel.type('B2', 'mine');
  await excel.kept();
  const id = idInAddress(excel.page)!;
  await tab('File').click();
  await excel.goThere(() => button('Book1').click());
  return id;
}

const open = (id: string) => {
  const address = new URL(excel.page.url());
  address.searchParams.set('document', id);
  return excel.page.goto(address.href).then(() => excel.opened());
};

test.each([
  [
    'a band of cells is gone',
    'cells/',
    undefined,
    'some of it is missing (rows 1 to 64 of the sheet "Sheet1").',
  ],
  ['its text is broken', 'book', '{"workbook":', 'some of it is damaged (the list of its sheets).'],
  [
    'the grid cannot make anything of it',
    'sheet/',
    '{"id":"{sheet1}","name":"Sheet1","mergeData":7}',
    'its content is damaged.',
  ],
])('%s: it is said, and nothing is overwritten', async (_, part, content, reason) => {
  const id = await makeDocument();
  await damage(excel.page, id, part, content);
  const damaged = await contentOf(excel.page, id);
  await open(id);
  await notice().getByText('cannot be opened').waitFor();
  expect(await notice().textContent()).toMatch(/^"Book\d" cannot be opened: /);
  expect(await notice().textContent()).toContain(reason);
  expect(await excel.page.locator('.kept-state').textContent()).toContain('an empty workbook');
  await button('Book1').waitFor();
  // What is typed here is lost, but not what is there.
  await excel.page.keyboard.press('Escape');
  await excel.type('A1', 'here');
  expect(await excel.read('A1:B2')).toEqual([
    ['here', ''],
    ['', ''],
  ]);
  expect(await contentOf(excel.page, id)).toBe(damaged);
  expect(idInAddress(excel.page)).toBe(id);
  // Those who leave are warned, since it has been changed.
  excel.page.once('dialog', (dialog) => void dialog.accept());
  await tab('File').click();
  await excel.goThere(() => button('Book1').click());
  expect(await excel.read('A1', 'Lesson 4')).toEqual([['Input']]);
  expect(await contentOf(excel.page, id)).toBe(damaged);
  expect(excel.errors).toEqual([]);
});

test('an address of a document that is not here opens the list, which says so', async () => {
  await open('nowhere');
  await notice().getByText('is not in this browser').waitFor();
  expect(await button('Book1').getAttribute('aria-current')).toBe('true');
  await excel.page.keyboard.press('Escape');
  expect(await file().isVisible()).toBe(false);
  expect(await excel.read('A1', 'Lesson 4')).toEqual([['Input']]);
});

test('a damaged document can be deleted, and brought back', async () => {
  await tab('File').click();
  await button('Delete Book2').click();
  await button('Undo').click();
  await button('Delete Book2').waitFor();
  expect(excel.errors).toEqual([]);
});
