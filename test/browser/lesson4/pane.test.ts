import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { LEARNING_RATE, messages, number, runEnded, STEP, STEPS_PER_RUN, VALUES } from './lesson4';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());

const field = (name: string) => excel.pane.getByRole('textbox', { name });

test('the learning rate in the pane and its cell are one', async () => {
  expect(await field('Learning rate').inputValue()).toBe('0.005');
  await excel.type(LEARNING_RATE, 0.01, VALUES);
  expect(await field('Learning rate').inputValue()).toBe('0.01');
  await field('Learning rate').fill('0.02');
  await field('Learning rate').press('Enter');
  await excel.settled();
  expect(await number(excel, LEARNING_RATE)).toBe(0.02);
});

test('so are the steps per run, by keyboard alone', async () => {
  await field('Steps per run').focus();
  await excel.page.keyboard.press('Control+A');
  await excel.page.keyboard.type('4');
  await excel.page.keyboard.press('Enter');
  await excel.settled();
  expect(await number(excel, STEPS_PER_RUN)).toBe(4);
  await excel.pane.getByRole('button', { name: 'Run', exact: true }).focus();
  await excel.page.keyboard.press('Space');
  await excel.settled();
  await runEnded(excel);
  expect(await number(excel, STEP)).toBe(4);
});

test('a field that holds no number says so and keeps the cell', async () => {
  await field('Learning rate').fill('fast');
  await field('Learning rate').press('Enter');
  expect(await excel.pane.getByText('Type a number').count()).toBe(1);
  await field('Learning rate').press('Escape');
  expect(await field('Learning rate').inputValue()).toBe('0.02');
  expect(await number(excel, LEARNING_RATE)).toBe(0.02);
});

test('a number that a cell would refuse is refused here, too', async () => {
  await field('Learning rate').fill('1e9');
  await field('Learning rate').press('Enter');
  await excel.settled();
  expect(await messages(excel)).toContain('Learning rate: type a number from 0 to 100');
  expect(await number(excel, LEARNING_RATE)).toBe(0.02);
});

test('the pane shows the prediction and a loss curve', async () => {
  await excel.pane.getByRole('button', { name: 'Step', exact: true }).click();
  await excel.settled();
  const shown = Number(await excel.pane.locator('dt:has-text("Probability") + dd').innerText());
  expect(shown).toBeCloseTo(await number(excel, 'EP4'), 4);
  await excel.pane.getByRole('img', { name: /Batch loss after step 5/ }).waitFor();
});

test.each(['light', 'dark'] as const)('nothing is cut off at 320 pixels, in %s', async (colorScheme) => {
  await excel.page.emulateMedia({ colorScheme });
  await excel.page.locator('#pane').evaluate((pane) => (pane.style.width = '320px'));
  const { scroll, width } = await excel.pane.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(width).toBeLessThanOrEqual(320);
  expect(scroll).toBeLessThanOrEqual(width);
  const cut = await excel.pane.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((button) => button.scrollWidth > button.clientWidth)
      .map((button) => button.innerText),
  );
  expect(cut).toEqual([]);
});

test('Reset empties the loss curve, and the next step begins it again', async () => {
  await excel.press('Reset');
  expect(await excel.pane.getByText('The loss of each step will be drawn here').count()).toBe(1);
  await excel.press('Step');
  expect(await excel.pane.getByRole('img', { name: /Batch loss after step 1/ }).count()).toBe(1);
  expect(excel.errors).toEqual([]);
});

test('closing the pane hides it; Show pane brings it back as it was', async () => {
  const frame = excel.page.locator('iframe[title="Task pane"]');
  await excel.page.getByRole('button', { name: 'Close task pane' }).click();
  expect(await frame.isVisible()).toBe(false);
  await excel.press('Step');
  expect(await number(excel, STEP)).toBe(2);
  await excel.ribbonButton('Show pane').click();
  expect(await frame.isVisible()).toBe(true);
  expect(await excel.pane.getByText('Step 2').count()).toBe(1);
});
