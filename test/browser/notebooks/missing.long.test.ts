import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { messages } from '../lesson4/lesson4';
import { addressOf } from './cells';

const WORDS = ['horizontal', 'vertical', 'diagonal'];
const row = (label: string, at: number) => [
  label,
  ...Array.from({ length: 36 }, (_, i) => Number(i % 7 === at)),
];
const mine = {
  name: 'mine.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(WORDS.map((word, at) => row(word, at).join(',')).join('\n')),
};

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
  await excel.choose('New', 'Tiny');
});
afterAll(() => excel.close());

async function importMine(): Promise<void> {
  await excel.pane.getByRole('tab', { name: 'Images' }).click();
  await excel.pane.locator('input[type=file]').first().setInputFiles(mine);
  await excel.pane.getByText('draws its images from "mine"').waitFor();
  await excel.settled();
}

/** As if the workbook were opened where nothing was imported. */
async function inAnotherBrowser(): Promise<void> {
  await excel.pane.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.deleteDatabase('cellvolution-data');
        request.onsuccess = request.onblocked = () => resolve();
      }),
  );
  await excel.reloadPane();
}

test('imported images are still there when the pane is opened anew', async () => {
  await importMine();
  await excel.reloadPane();
  await excel.pane.getByRole('tab', { name: 'Images' }).click();
  await excel.pane.getByText('Images: mine, 3 of them.').waitFor();
  await excel.press('Step');
  expect(await messages(excel)).not.toContain('not in this browser');
});

test('so are those that were stored in the words of earlier versions', async () => {
  await excel.pane.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('cellvolution-data');
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const transaction = opened.result.transaction('about', 'readwrite');
          const cursor = transaction.objectStore('about').openCursor();
          cursor.onsuccess = () => {
            if (!cursor.result) return;
            const { pixelScale, multiLabel, ...about } = cursor.result.value.about;
            cursor.result.update({
              ...cursor.result.value,
              about: { ...about, unit: pixelScale, several: multiLabel },
            });
            cursor.result.continue();
          };
          transaction.oncomplete = () => {
            opened.result.close();
            resolve();
          };
        };
      }),
  );
  await excel.reloadPane();
  await excel.press('Step');
  expect(await messages(excel)).toBe('');
  await excel.pane.getByRole('tab', { name: 'Images' }).click();
  await excel.pane.getByText('Images: mine, 3 of them.').waitFor();
});

test('a page that is built anew keeps the order in which it tells the classes', async () => {
  const target = await addressOf(excel, 'output.target', 'Tiny');
  const before = await excel.read(target, 'Tiny');
  await excel.press('Model');
  await excel.press('Build');
  await excel.pane.getByRole('tab', { name: 'Train' }).click();
  const bars = await excel.pane.locator('body').innerText();
  expect(bars).toMatch(/horizontal[^]*vertical[^]*diagonal/);
  expect(await excel.read(target, 'Tiny')).toEqual(before);
  await excel.press('Next image');
  // The file's second row: vertical, the second of three.
  expect(await excel.read(target, 'Tiny')).toEqual([[0], [1], [0]]);
});

test('in a browser without them the page stays, and Step says what to do', async () => {
  const page = await excel.read('A2:F7', 'Tiny');
  await inAnotherBrowser();
  await excel.press('Step');
  expect(await messages(excel)).toContain('The images "mine" are not in this browser or at this address');
  expect(await messages(excel)).toContain('Import the same files again');
  expect(await excel.read('A2:F7', 'Tiny')).toEqual(page);
});

test('importing them again heals it', async () => {
  await importMine();
  await excel.press('Step');
  expect(await messages(excel)).not.toContain('not in this browser');
  expect(await excel.pane.getByText('Step 3,').count()).toBe(1);
});

test('images that a person has the workbook hold are there in any browser', async () => {
  const choice = () => excel.pane.getByRole('switch', { name: 'Keep these images in the workbook' });
  await choice().click();
  await excel.settled();
  await excel.press('Step');
  expect(await choice().isChecked()).toBe(true);
  await inAnotherBrowser();
  await excel.press('Step');
  expect(await messages(excel)).toBe('');
  expect(await excel.pane.getByText('Step 5,').count()).toBe(1);

  await excel.pane.getByRole('tab', { name: 'Images' }).click();
  await choice().click();
  await excel.settled();
  await inAnotherBrowser();
  await excel.press('Step');
  expect(await messages(excel)).toContain('The images "mine" are not in this browser or at this address');
  expect(excel.errors).toEqual([]);
});
