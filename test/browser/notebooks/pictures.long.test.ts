import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { scaleColour, scaleOf } from '../../../src/notebook/pictures/colourScale';
import { withClipboard } from '../clipboard';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { VALUES } from '../lesson4/lesson4';

// Pictures of the notebook, by the buttons of the pane: onto the clipboard and into files.
let excel: EmbeddedWorkbook;
beforeAll(async () => {
  // At 100 %: only a first visitor's page is zoomed out.
  excel = await openWorkbook({ blank: true });
  await excel.press('Lesson 4');
  await openSection(excel);
});
afterAll(() => excel.close());

async function openSection({ pane }: EmbeddedWorkbook): Promise<void> {
  await pane.getByRole('tab', { name: 'See' }).click();
  await pane.getByRole('button', { name: 'Pictures' }).click();
}

const choose = (subject: string) => excel.pane.getByRole('combobox', { name: 'Show' }).selectOption(subject);
const press = (name: string) => excel.pane.getByRole('button', { name, exact: true }).click();
const said = (words: RegExp) => excel.pane.getByRole('status').filter({ hasText: words }).waitFor();

/** The file that comes of a button. */
async function save(button: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const [download] = await Promise.all([excel.page.waitForEvent('download'), press(button)]);
  return { name: download.suggestedFilename(), content: await buffer(await download.createReadStream()) };
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue at each of the points that were asked for. */
  readonly at: readonly (readonly number[])[];
}

/** @param points as shares of the width and the height, or in pixels */
function pixelsOf(base64: string, points: readonly (readonly [number, number])[]): Promise<Pixels> {
  return excel.page.evaluate(
    async ([address, wanted]) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const at = wanted.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3));
      return { width, height, at };
    },
    [`data:image/png;base64,${base64}`, points] as const,
  );
}

/** The picture that the button puts on the clipboard, after which the pane says what is wanted. */
function copied(words: RegExp): Promise<string> {
  return withClipboard(async () => {
    await press('Copy picture');
    await said(words);
    return clipboard();
  });
}

/** The picture on the clipboard. */
function clipboard(): Promise<string> {
  return excel.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bytes = new Uint8Array(await (await item.getType('image/png')).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  });
}

const rounded = (colour: readonly number[]) => colour.map(Math.round);

test('the selected block is copied: as wide as a slide, in the colours of the sheet', async () => {
  await excel.goTo('AK11', VALUES);
  const copy = await copied(/^Copied, 1920×/);
  const map = ((await excel.read('AH3:BG28', VALUES)) as number[][]).flat();
  const scale = scaleOf(map, 'sequential');
  // 26 columns of 28 pixels and 12 around them are enlarged to 1,920; the title above takes 22.
  const enlarged = 1920 / (26 * 28 + 24);
  const places = [0, 30, 200, 333, 675, map.indexOf(scale.high)];
  const points = places.map((place): [number, number] => [
    Math.round((12 + 28 * (place % 26) + 14) * enlarged),
    Math.round((12 + 22 + 20 * Math.floor(place / 26) + 10) * enlarged),
  ]);
  const { width, height, at } = await pixelsOf(copy, points);
  expect([width, height]).toEqual([1920, Math.round((26 * 20 + 22 + 24) * enlarged)]);
  expect(at).toEqual(places.map((place) => rounded(scaleColour(map[place], scale))));
});

test('its colours are those that the sheet shows', async () => {
  await excel.goTo('A1', VALUES);
  const grid = (await excel.page.locator('#grid').boundingBox())!;
  const screen = (await excel.page.screenshot({ scale: 'css' })).toString('base64');
  const image = (await excel.read('A2:AB29', VALUES)) as number[][];
  const scale = scaleOf(image.flat(), 'sequential');
  // The list of names, which has opened below the name box, covers the first columns.
  const cells = image.flatMap((row, r) => row.map((value, c) => ({ r, c, value }))).filter(({ c }) => c > 10);
  const inked = cells.filter(({ value, r }) => value > 0 && r < 20);
  const lightest = inked.reduce((a, b) => (b.value < a.value ? b : a));
  const darkest = inked.reduce((a, b) => (b.value > a.value ? b : a));
  const wanted = [cells[100], lightest, darkest];
  // Columns of 28 pixels after a header of 46, rows of 20 after formula bar and header; the corner has no digit in it.
  const points = wanted.map(({ r, c }): [number, number] => [
    Math.round(grid.x + 46 + 28 * c + 4),
    Math.round(grid.y + 48 + 20 * (r + 1) + 4),
  ]);
  const { at } = await pixelsOf(screen, points);
  expect(at).toEqual(wanted.map(({ value }) => rounded(scaleColour(value, scale))));
});

test('the whole sheet is saved as SVG, and as PNG at its own size', async () => {
  await choose('page');
  const svg = await save('Save SVG');
  expect(svg.name).toBe('Lesson 4.svg');
  const size = /^<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg.content.toString())!;
  await said(/Saved as Lesson 4\.svg/);
  const png = await save('Save PNG');
  expect(png.name).toBe('Lesson 4.png');
  const { width, height, at } = await pixelsOf(png.content.toString('base64'), [[2, 2]]);
  expect(width).toBeGreaterThan(1920);
  expect([width, height]).toEqual([size[1], size[2]].map((side) => Math.round(Number(side))));
  expect(at).toEqual([[255, 255, 255]]);
});

test('numbers are written into coloured cells when they are wanted', async () => {
  await choose('block');
  await excel.goTo('AE12', VALUES);
  await excel.pane.getByRole('switch', { name: 'Numbers in coloured cells' }).click();
  const text = (await save('Save SVG')).content.toString();
  const numbers = ((await excel.read('AD11:AF13', VALUES)) as number[][]).flat();
  expect([...text.matchAll(/>(-?\d+\.\d\d)<\/text>/g)].map(([, shown]) => Number(shown))).toEqual(numbers);
});

test('a cell outside of blocks, and a loss chart before there is one: the pane says what to do', async () => {
  await excel.goTo('AD1', VALUES);
  await press('Copy picture');
  await excel.pane.getByText('Select a cell of a block on the sheet first').waitFor();
  await choose('loss');
  await press('Save PNG');
  await excel.pane.getByText('There is no loss chart yet: press Step first.').waitFor();
});

test('after steps the loss chart is copied', async () => {
  await excel.press('Step');
  await excel.press('Step');
  const { width, height } = await pixelsOf(await copied(/^Copied, 1920×1080/), []);
  expect([width, height]).toEqual([1920, 1080]);
});

test('nothing of it has met a policy', () => {
  expect(excel.errors).toEqual([]);
});

test('where the frame around the pane keeps the clipboard from it, the picture is shown to be copied by hand', async () => {
  const prepare = (page: Page) =>
    page.route('**/embedded-pane.html', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'permissions-policy': 'clipboard-write=()' },
      });
    });
  const refusing = await openWorkbook({ prepare });
  await openSection(refusing);
  await refusing.goTo('AK11', VALUES);
  await refusing.pane.getByRole('button', { name: 'Copy picture' }).click();
  await refusing.pane.getByText('This Excel does not let a pane copy pictures.').waitFor();
  const picture = refusing.pane.getByRole('img', { name: 'Lesson 4: conv1, map 1' });
  expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1920);
  await refusing.close();
});
