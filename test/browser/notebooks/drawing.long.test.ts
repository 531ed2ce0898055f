import type { Locator } from 'playwright-core';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';

// A digit is drawn, and the bars beside the pad say at every stroke what the network predicts: all of it above the fold of
// a pane of 340 × 600 pixels.
const [WIDTH, HEIGHT] = [340, 600];

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ viewport: { width: 1280, height: 900 }, blank: true });
  await excel.choose('New', 'Lesson 4 with ten classes');
  await excel.page.locator('iframe[title="Task pane"]').evaluate(
    (frame, [width, height]) => {
      frame.style.flex = 'none';
      frame.style.width = `${width}px`;
      frame.style.height = `${height}px`;
    },
    [WIDTH, HEIGHT] as const,
  );
  await excel.pane.getByRole('tab', { name: 'Images' }).click();
});
afterAll(() => excel.close());

const section = () => excel.pane.getByRole('region', { name: 'Draw a digit' });
const pad = () => section().getByLabel('Paper to draw on');
// While the paper is empty they are hidden.
const bars = () => section().getByRole('list', { name: 'Probabilities', includeHidden: true });
const put = () => section().getByRole('button', { name: 'Put on the page' });
const numbers = async () =>
  (await bars().getByRole('listitem').allInnerTexts()).map((row) => row.split('\n'));

/** A rectangle within the pane's own window. */
const box = (element: Locator) =>
  element.evaluate((it) => {
    const { left, top, right, bottom } = it.getBoundingClientRect();
    return { left, top, right, bottom };
  });

/** A line on the pad; positions are parts of its width and height. */
async function stroke(...points: readonly (readonly [number, number])[]): Promise<void> {
  const { x, y, width, height } = (await pad().boundingBox())!;
  const { mouse } = excel.page;
  await mouse.move(x + points[0][0] * width, y + points[0][1] * height);
  await mouse.down();
  for (const [across, down] of points) await mouse.move(x + across * width, y + down * height, { steps: 6 });
  await mouse.up();
}

test('pad, bars and button are in view without scrolling, the bars beside the pad', async () => {
  const [paper, list, button] = await Promise.all([box(pad()), box(bars()), box(put())]);
  for (const { left, top, right, bottom } of [paper, list, button]) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(WIDTH);
    expect(bottom).toBeLessThanOrEqual(HEIGHT);
  }
  expect(list.left).toBeGreaterThanOrEqual(paper.right);
  expect(list.top).toBeLessThan(paper.bottom);
  await section().getByText('Draw here').waitFor();
});

test('each stroke changes what is predicted, no cell, and nothing moves', async () => {
  const before = await Promise.all([box(pad()), box(put())]);
  const page = await excel.read('A2:AB29');
  await stroke([0.2, 0.2], [0.8, 0.2]);
  await section().getByText('Your drawing. Predicts').waitFor();
  const first = await numbers();
  expect(first).toHaveLength(10);
  await stroke([0.8, 0.2], [0.4, 0.85]);
  await excel.until(
    'the bars have changed',
    async () => JSON.stringify(await numbers()) !== JSON.stringify(first),
  );
  expect(await excel.read('A2:AB29')).toEqual(page);
  expect(await Promise.all([box(pad()), box(put())])).toEqual(before);
});

test('Put on the page keeps the pad where it is, and the page says the same', async () => {
  const before = await box(pad());
  const guess = await numbers();
  await put().click();
  await excel.settled();
  expect(await box(pad())).toEqual(before);
  const message = await box(excel.pane.getByRole('status', { name: 'Messages' }));
  expect(message.bottom <= before.top || message.top >= before.bottom).toBe(true);
  const page = await excel.pane.getByRole('list', { name: 'Probabilities' }).first().innerText();
  const shown = page.split('\n').filter((text) => /^\d\.\d\d/.test(text));
  expect(shown.map((text) => text.slice(0, 4))).toEqual(guess.map((row) => row.at(-1)));
});

test('Undo gives the image back that was there; the drawing stays', async () => {
  const drawn = await excel.read('A2:AB29');
  await excel.pane.getByRole('button', { name: 'Undo' }).click();
  await excel.settled();
  expect(await excel.read('A2:AB29')).not.toEqual(drawn);
  await section().getByText('Your drawing. Predicts').waitFor();
  expect(excel.errors).toEqual([]);
});
