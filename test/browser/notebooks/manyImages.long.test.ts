import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { addressOf, typeInto } from './cells';

const COUNT = 60_000;
const SIDE = 28;
const SHEET = 'Small convnet';

let excel: EmbeddedWorkbook;
let folder: string;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cellvolution-'));
  excel = await openWorkbook();
});
afterAll(async () => {
  await excel?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Of an image, counted from 0: the column of its stroke in a row, and how dark it is. */
const columnOf = (image: number, row: number) => (image * 7 + row * (image % 3)) % SIDE;
const inkOf = (image: number) => 200 + (image % 56);

/** As many images as MNIST has, in its format: strokes at random places. */
function writeIdx(): string[] {
  const header = (...numbers: number[]) => {
    const bytes = Buffer.alloc(4 * numbers.length);
    numbers.forEach((number, at) => bytes.writeUInt32BE(number, 4 * at));
    return bytes;
  };
  const pixels = Buffer.alloc(COUNT * SIDE * SIDE);
  for (let image = 0; image < COUNT; image++)
    for (let y = 4; y < 24; y++) pixels[(image * SIDE + y) * SIDE + columnOf(image, y)] = inkOf(image);
  const labels = Buffer.from(Array.from({ length: COUNT }, (_, image) => image % 10));
  const files = [
    ['many-images-idx3-ubyte', Buffer.concat([header(0x803, COUNT, SIDE, SIDE), pixels])],
    ['many-labels-idx1-ubyte', Buffer.concat([header(0x801, COUNT), labels])],
  ] as const;
  return files.map(([name, content]) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, content);
    return file;
  });
}

/** From now on page and pane note how long their longest task is. */
function watchTasks(): Promise<unknown> {
  const watch = () => {
    const watched = window as unknown as { longest: number };
    watched.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
    }).observe({ type: 'longtask' });
  };
  return Promise.all([excel.page.evaluate(watch), excel.pane.evaluate(watch)]);
}

async function longestTask(): Promise<number> {
  const read = () => (window as unknown as { longest: number }).longest;
  return Math.max(await excel.page.evaluate(read), await excel.pane.evaluate(read));
}

test('60,000 images are imported and trained with', async () => {
  await excel.choose('New', SHEET);
  await excel.pane.getByRole('tab', { name: 'Images' }).click();
  // The paper to draw on is there: only the import counts.
  await excel.pane.locator('canvas').first().waitFor();
  await excel.settled();
  await watchTasks();
  await excel.pane.locator('input[type=file]').first().setInputFiles(writeIdx());
  await excel.pane.getByText('draws its images from "many').waitFor();
  await excel.settled();
  console.log(`import of 60,000 images: longest task ${Math.round(await longestTask())} ms`);
  await expect(excel.pane.getByText('60,000').first().innerText()).resolves.toContain('60,000');
  await excel.press('Step');
  await excel.pane.getByText(/^Step 1, epoch/).waitFor();
  // They are kept in this browser, in pieces, to the last one.
  await excel.reload();
  await typeInto(excel, 'notebook.image', COUNT, SHEET);
  const [row] = (await excel.read(await addressOf(excel, 'input.channel1', SHEET), SHEET)).slice(10);
  const expected = new Array<number>(SIDE).fill(0);
  expected[columnOf(COUNT - 1, 10)] = inkOf(COUNT - 1) / 255;
  expect(row).toEqual(expected);
  await excel.press('Step');
  await excel.pane.getByText(/^Step 2, epoch/).waitFor();
  expect(excel.errors).toEqual([]);
  expect(excel.requests).toEqual([]);
});
