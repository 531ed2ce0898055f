// Who leaves the page is warned while something would be lost, and only then.
import { EmbeddedWorkbook, openWorkbook } from '../harness';
import { VALUES } from '../lesson4/lesson4';
import { contentOf, holdSaves, idInAddress, letSavesGoOn, warnsOnLeaving } from './keptContent';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());

test('no warning when everything is kept', async () => {
  await excel.type('AE12', 0.25, VALUES);
  await excel.kept();
  expect(await warnsOnLeaving(excel.page)).toBe(false);
  await excel.opened();
  expect(await excel.read('AE12', VALUES)).toEqual([[0.25]]);
});

test('a warning while a change is not kept yet; what one stays for is kept then', async () => {
  const { page } = excel;
  await holdSaves(page);
  await excel.type('AE12', 0.75, VALUES);
  expect(await warnsOnLeaving(page)).toBe(true);
  await letSavesGoOn(page);
  // What changed while the first save was held up is kept by the next.
  await excel.until('everything is kept', async () => !(await warnsOnLeaving(page)));
  await excel.opened();
  expect(await excel.read('AE12', VALUES)).toEqual([[0.75]]);
});

test('a second tab, with formulas that are calculated there, warns only of what is changed in it', async () => {
  await excel.page.getByRole('tab', { name: 'File', exact: true }).click();
  await excel.goThere(() => excel.page.getByRole('button', { name: 'New', exact: true }).click());
  await excel.type('B2', 4);
  await excel.type('B3', '=B2*2');
  await excel.type('B4', '=RAND()');
  await excel.kept();
  const { page: firstPage } = excel;
  const kept = await contentOf(firstPage, idInAddress(firstPage)!);
  const second = new EmbeddedWorkbook(await firstPage.context().newPage(), firstPage.url());
  const { page } = second;
  await page.setViewportSize({ width: 1440, height: 900 });
  await second.open();
  await page.locator('.kept-state').getByText('open in another tab').waitFor();
  // Looking at it is no change, nor is calculation.
  await second.goTo('B3');
  await second.goTo('AZ900');
  expect(await warnsOnLeaving(page)).toBe(false);
  await second.opened();
  await second.type('B2', 5);
  expect(await second.read('B2:B3')).toEqual([[5], [10]]);
  expect(await warnsOnLeaving(page)).toBe(true);

  await page.getByRole('button', { name: 'Keep a copy' }).click();
  await second.kept();
  expect(await warnsOnLeaving(page)).toBe(false);
  await second.opened();
  expect(await page.title()).toContain('Book2 – copy');
  expect(await second.read('B2:B3')).toEqual([[5], [10]]);
  expect(idInAddress(page)).not.toBe(idInAddress(firstPage));
  expect(await contentOf(firstPage, idInAddress(firstPage)!)).toBe(kept);
  await second.close();
  expect([...second.errors, ...excel.errors]).toEqual([]);
});
