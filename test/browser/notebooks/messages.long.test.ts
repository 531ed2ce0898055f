import type { Locator } from 'playwright-core';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { messages } from '../lesson4/lesson4';
import { painted } from '../pane/axe';

// Messages lie over the pane: nothing that a person aims at moves because one comes or goes.
let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ viewport: { width: 1280, height: 720 } });
  await excel.pane.getByRole('tab', { name: 'See' }).click();
  await excel.pane.getByRole('button', { name: 'Filters', exact: true }).click();
  await excel.goTo('AE12', 'Lesson 4');
  await library('Identity').scrollIntoViewIfNeeded();
});
afterAll(() => excel.close());

const library = (name: string) =>
  excel.pane.getByRole('group', { name: 'Filter library' }).getByRole('button', { name, exact: true });
const said = () => excel.pane.getByRole('status', { name: 'Messages' });
const undo = () => said().getByRole('button', { name: 'Undo' });
const filter = () => excel.read('AD11:AF13', 'Lesson 4');

const hasFocus = (element: Locator) => element.evaluate((it) => it === document.activeElement);

/** The boxes of all that can be pressed in the pane, but for the messages. */
function boxes(): Promise<unknown> {
  return excel.pane.evaluate(() =>
    [...document.querySelectorAll('main button')]
      .filter((button) => !button.closest('[role=status]'))
      .map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return [button.textContent, x, y, width, height];
      }),
  );
}

async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [(await one.boundingBox())!, (await other.boundingBox())!];
  return a.y < b.y + b.height && b.y < a.y + a.height;
}

test('a filter of the library is put, and no button is elsewhere when the message has come', async () => {
  const before = await boxes();
  await library('Sobel vertical').click();
  await excel.settled();
  expect(await messages(excel)).toContain('"Sobel vertical" is now in conv1, filter 1');
  expect(await boxes()).toEqual(before);
});

test('the message does not lie over what was pressed', async () => {
  expect(await overlap(said(), library('Sobel vertical'))).toBe(false);
});

test('Undo gives the filter back that stood there, and says so', async () => {
  const old = await filter();
  const before = await boxes();
  await library('Outline').click();
  await excel.settled();
  expect(await filter()).not.toEqual(old);
  await undo().click();
  await excel.settled();
  expect(await filter()).toEqual(old);
  expect(await messages(excel)).toContain('conv1, filter 1 holds its former weights again');
  expect(await undo().count()).toBe(0);
  expect(await boxes()).toEqual(before);
});

test('Dismiss takes the message away, and again nothing moves; by keyboard the focus goes back', async () => {
  const before = await boxes();
  await library('Outline').focus();
  await said().getByRole('button', { name: 'Dismiss' }).focus();
  await excel.page.keyboard.press('Enter');
  expect(await said().isVisible()).toBe(false);
  expect(await boxes()).toEqual(before);
  expect(await hasFocus(library('Outline'))).toBe(true);
});

test('a question takes the keyboard of who pressed something in the pane, and gives it back at Escape', async () => {
  await excel.pane.getByRole('button', { name: 'Formulas', exact: true }).click();
  const button = excel.pane.getByRole('switch', { name: 'Gradients, and the next step, as formulas' });
  // One section unfolds while another folds up.
  await excel.settled();
  await excel.pane.evaluate(painted);
  await button.scrollIntoViewIfNeeded();
  await button.focus();
  const before = await button.boundingBox();
  await excel.page.keyboard.press('Space');
  const question = said().getByRole('alertdialog');
  await question.waitFor();
  await excel.settled();
  expect(await button.boundingBox()).toEqual(before);
  const cancel = question.getByRole('button', { name: 'Cancel' });
  expect(await hasFocus(cancel)).toBe(true);
  await excel.page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await hasFocus(button)).toBe(true);
  expect(excel.errors).toEqual([]);
});
