// A browser that lets the page keep nothing, or has no room left: said, and made up for as soon as it can be.
import type { Page } from 'playwright-core';
import { type EmbeddedWorkbook, openWorkbook } from '../harness';
import { VALUES } from '../lesson4/lesson4';
import { contentOf, idInAddress, warnsOnLeaving } from './keptContent';

/** Faults of the browser's own calls: while `denied` is stored, nothing is opened; after `room` parts, none is put. */
const makeFaulty = (page: Page) =>
  page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...args) {
      if (sessionStorage.getItem('denied')) throw new DOMException('Denied', 'SecurityError');
      return open.apply(this, args);
    };
    const { put } = IDBObjectStore.prototype;
    const page = Object.assign(globalThis, { room: Infinity });
    IDBObjectStore.prototype.put = function (...args) {
      if (page.room-- <= 0) throw new DOMException('Full', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
const deny = (page: Page) => page.addInitScript(() => (sessionStorage.denied ??= 'yes'));

let excel: EmbeddedWorkbook;
afterEach(() => excel.close());

const setRoom = (room: number | null) =>
  excel.page.evaluate((parts) => void Object.assign(globalThis, { room: parts ?? Infinity }), room);
const state = () => excel.page.locator('.kept-state');
const saveCopy = () => excel.page.locator('.title-bar').getByRole('button', { name: 'Save a copy' });
const file = () => excel.page.getByRole('tabpanel', { name: 'File', exact: true });
const everything = () => excel.read('A1:EU60', VALUES);

test('where nothing can be kept, the page says so and goes on; once it can, the document is kept', async () => {
  excel = await openWorkbook({ prepare: (page) => makeFaulty(page).then(() => deny(page)) });
  const { page } = excel;
  await state().getByText('Not kept: this browser does not let the page keep anything').waitFor();
  await excel.type('AE12', 0.25, VALUES);
  await excel.press('Step');
  await page.getByRole('tab', { name: 'File', exact: true }).click();
  const status = file().getByRole('status');
  await status.getByText('This could not be done: this browser does not let the page keep').waitFor();
  await page.keyboard.press('Escape');
  expect(await warnsOnLeaving(page)).toBe(true);
  const saving = page.waitForEvent('download');
  await saveCopy().click();
  expect((await saving).suggestedFilename()).toBe('Book1.xlsx');
  expect(idInAddress(page)).toBeNull();

  await page.evaluate(() => (sessionStorage.denied = ''));
  await excel.kept();
  expect(await saveCopy().isVisible()).toBe(false);
  const before = await everything();
  await excel.reload();
  expect(await everything()).toEqual(before);
  expect(idInAddress(page)).not.toBeNull();
  expect(excel.errors).toEqual([]);
});

test('no room in the midst of a save: what was kept stays whole, and the rest follows when there is room', async () => {
  excel = await openWorkbook({ prepare: makeFaulty });
  const { page } = excel;
  await excel.kept();
  const kept = await contentOf(page, idInAddress(page)!);
  // A save of anything puts two records at least: the part that has changed, and the entry of the document.
  await setRoom(1);
  await excel.type('AE12', 0.25, VALUES);
  await excel.press('Step');
  await state().getByText('Not kept: there is no room left in this browser. Save a copy').waitFor();
  expect(await contentOf(page, idInAddress(page)!)).toBe(kept);
  await excel.type('AE13', 0.5, VALUES);
  expect(await excel.read('AE13', VALUES)).toEqual([[0.5]]);
  expect(await warnsOnLeaving(page)).toBe(true);
  await setRoom(null);
  await excel.kept();
  const before = await everything();
  expect(await warnsOnLeaving(page)).toBe(false);
  await excel.opened();
  expect(await everything()).toEqual(before);
  expect(excel.errors).toEqual([]);
});

test('site data that is cleared while a document is open: all of the document is kept anew', async () => {
  excel = await openWorkbook();
  const { page } = excel;
  await excel.kept();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'indexeddb',
  });
  await excel.type('AE12', 0.25, VALUES);
  await excel.kept();
  const before = await everything();
  await excel.reload();
  expect(await everything()).toEqual(before);
  expect(excel.errors).toEqual([]);
});

test('a disk that is full: what the browser itself says of it is understood', async () => {
  let setQuota!: (bytes?: number) => Promise<unknown>;
  excel = await openWorkbook({
    prepare: async (page) => {
      const devtools = await page.context().newCDPSession(page);
      const { origin } = new URL(process.env.CELLVOLUTION_URL!);
      setQuota = (quotaSize) => devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
      await setQuota(1);
    },
  });
  await state().getByText('Not kept: there is no room left in this browser.').waitFor();
  await setQuota();
  await excel.kept();
  expect(excel.errors).toEqual([]);
});
