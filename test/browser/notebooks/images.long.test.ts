import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { messages } from '../lesson4/lesson4';
import { addressOf } from './cells';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
  await excel.choose('New', 'Tiny');
  await excel.pane.getByRole('tab', { name: 'Images' }).click();
});
afterAll(() => excel.close());

const pixels = () => excel.read('A2:F7', 'Tiny');

/** Files are read beside the page's own thread, so what is said of them is waited for. */
async function importTable(name: string, text: string, said: RegExp): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await excel.pane.locator('input[type=file]').first().setInputFiles(file);
  await excel.pane.getByText(said).first().waitFor();
  await excel.settled();
}

test('the data sheet shows the images as rows, and a selected row as a picture', async () => {
  await excel.press('Show images');
  expect(await excel.read('A4:C4', 'Tiny data')).toEqual([['image', 'label', expect.anything()]]);
  expect(await excel.read('A5:A6', 'Tiny data')).toEqual([[1], [2]]);
  await excel.goTo('A7:A9', 'Tiny data');
  await excel.settled();
  expect(await excel.pane.getByText('3 of "bars"').count()).toBe(1);
});

test('Evaluate shows what is predicted as what, and a click on a number its images', async () => {
  await excel.sheet('Tiny');
  await excel.press('Evaluate');
  await excel.settled();
  const confusion = 'Tiny confusion';
  expect((await excel.read('B5:D5', confusion))[0]).toEqual(['horizontal', 'vertical', 'diagonal']);
  const counts = (await excel.read('B6:D8', confusion)) as number[][];
  expect(counts.flat().reduce((sum, count) => sum + count)).toBe(500);
  const row = counts.findIndex((cells) => cells.some((count) => count > 0));
  const column = counts[row].findIndex((count) => count > 0);
  await excel.goTo(`${'BCD'[column]}${6 + row}`, confusion);
  await excel.settled();
  expect(await excel.pane.getByText(`${counts[row][column]} × "`).count()).toBe(1);
});

test('a reading that is cancelled ends at once, and changes nothing', async () => {
  const before = await pixels();
  const workers = excel.page.workers().length;
  const row = `vertical,${Array.from({ length: 36 }, (_, i) => (i * 7) % 256).join(',')}\n`;
  const file = { name: 'endless.csv', mimeType: 'text/csv', buffer: Buffer.from(row.repeat(100_000)) };
  await excel.pane.locator('input[type=file]').first().setInputFiles(file);
  await excel.pane.getByRole('button', { name: 'Cancel import' }).click();
  await excel.until('its worker is gone', () => Promise.resolve(excel.page.workers().length === workers));
  expect(await excel.pane.getByText('endless').count()).toBe(0);
  expect(await pixels()).toEqual(before);
});

test('a row of a CSV file becomes the image on the page', async () => {
  const row = (label: string, ink: number) => [
    label,
    ...Array.from({ length: 36 }, (_, i) => (i % 6 === ink ? 255 : 0)),
  ];
  const text = [row('vertical', 0), row('horizontal', 1), row('diagonal', 2), row('vertical', 3)]
    .map((cells) => cells.join(','))
    .join('\n');
  await importTable('mine.csv', text, /draws its images from "mine"/);
  expect(await messages(excel)).toContain('draws its images from "mine", 4 of them');
  // A file's classes come in the order of the alphabet; the notebook's keep theirs.
  expect(await pixels()).toEqual(Array.from({ length: 6 }, () => [1, 0, 0, 0, 0, 0]));
  const target = await addressOf(excel, 'output.target', 'Tiny');
  expect(await excel.read(target, 'Tiny')).toEqual([[0], [1], [0]]);
});

test('pictures are read, resized, and labelled by their names', async () => {
  const png = (name: string, across: boolean) =>
    excel.page
      .evaluate((isAcross) => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [60, 60];
        const brush = canvas.getContext('2d')!;
        brush.fillRect(0, 0, 60, 60);
        brush.fillStyle = 'white';
        brush.fillRect(isAcross ? 0 : 20, isAcross ? 20 : 0, isAcross ? 60 : 10, isAcross ? 10 : 60);
        return canvas.toDataURL('image/png').split(',')[1];
      }, across)
      .then((text) => ({ name, mimeType: 'image/png', buffer: Buffer.from(text, 'base64') }));
  await excel.pane
    .locator('input[type=file]')
    .first()
    .setInputFiles([await png('horizontal-1.png', true), await png('vertical-1.png', false)]);
  await excel.pane.getByText('2 of them').first().waitFor();
  await excel.settled();
  // White on black is ink: the third of six rows.
  expect((await pixels())[2]).toEqual([1, 1, 1, 1, 1, 1]);
  expect((await pixels())[0]).toEqual([0, 0, 0, 0, 0, 0]);
});

test('images of another size are kept, and told with what to do', async () => {
  const text = `a,${new Array(16).fill(1).join(',')}\nb,${new Array(16).fill(0).join(',')}`;
  await importTable('other.csv', text, /its images are/);
  expect(await messages(excel)).toMatch(
    /its images are 1×4×4 .* the notebook reads 1×6×6; its classes are a, b and .*Press Model, choose "other"/,
  );
});

test('a file that is none of these is refused by name', async () => {
  await importTable('broken.csv', '1,2\n3', /broken\.csv/);
  const pane = await excel.pane.locator('body').innerText();
  expect(pane).toMatch(/broken\.csv/);
});

test('what is drawn in the pane stands on the page', async () => {
  const before = await pixels();
  const pad = excel.pane.getByLabel('Paper to draw on');
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  const { mouse } = excel.page;
  await mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.5);
  await mouse.down();
  await mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.5, { steps: 8 });
  await mouse.up();
  await excel.pane.getByRole('button', { name: 'Put on the page' }).click();
  await excel.settled();
  const after = await pixels();
  expect(after).not.toEqual(before);
  expect(Math.max(...(after[3] as number[]), ...(after[2] as number[]))).toBeGreaterThan(0.5);
  expect(Math.max(...(after[0] as number[]))).toBeLessThan(0.1);
});

test('the choice of an optimiser is a list in its cell, and another word is refused with the choice', async () => {
  const cell = await addressOf(excel, 'optimiser.name', 'Tiny');
  await excel.type(cell, 'Adamant', 'Tiny');
  expect(await messages(excel)).toContain(
    `${cell} (optimiser) holds the text "Adamant". Type one of SGD, Momentum`,
  );
  await excel.type(cell, 'adam', 'Tiny');
  await excel.press('Step');
  expect(await excel.tab('Tiny v²').count()).toBe(1);
  expect(await messages(excel)).not.toContain('Adamant');
  expect(excel.errors).toEqual([]);
});
