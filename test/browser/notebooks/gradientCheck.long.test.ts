import { gradientText } from '../../../src/taskpane/numbers';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { messages } from '../lesson4/lesson4';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
  await excel.press('Lesson 4');
  // At first many sums stand at exactly 0, the kink of their ReLUs: the filters are whole numbers.
  for (let step = 0; step < 3; step++) await excel.press('Step');
  await excel.pane.getByRole('tab', { name: 'See' }).click();
  await excel.pane.getByRole('button', { name: 'Check my gradient' }).click();
});
afterAll(() => excel.close());

const result = () => excel.pane.getByRole('region', { name: 'Result of the check' }).innerText();
const table = () => excel.pane.getByRole('table', { name: 'Checked gradients' });

async function press(name: string): Promise<void> {
  await excel.pane.getByRole('button', { name }).click();
  await excel.settled();
}

test('the gradient of a selected weight agrees with differences of the loss', async () => {
  await excel.goTo('AD11', 'Lesson 4');
  await press('Check selected weight');
  expect(await result()).toMatch(/^AD11 agrees to \d+ digits\./);
  const row = await table().locator('tbody').innerText();
  const analytic = (await excel.read('AD11', 'Lesson 4 ∂'))[0][0] as number;
  expect(row).toContain('conv1, filter 1, channel 1');
  // The ∂ cell, and beside it the same number found another way.
  expect(row.split(gradientText(analytic))).toHaveLength(3);
});

test('a random hundred agree, and nothing has changed', async () => {
  const before = [await excel.read('A1:FA60', 'Lesson 4'), await excel.read('A1:FA60', 'Lesson 4 ∂')];
  await press('Check 100 random weights');
  await excel.until('the check has ended', async () => /^100 checked/.test(await result()));
  expect(await result()).toMatch(/^100 checked: (\d+ agree, to \d+ digits or more; )?/);
  expect(await result()).not.toContain('not agree');
  expect([await excel.read('A1:FA60', 'Lesson 4'), await excel.read('A1:FA60', 'Lesson 4 ∂')]).toEqual(
    before,
  );
  expect(await table().locator('tbody').count()).toBe(20);
  await press('Show all 100');
  expect(await table().locator('tbody').count()).toBe(100);
});

test('a click on a row selects its cell', async () => {
  await excel.sheet('Lesson 4 ∂');
  const first = table().getByRole('button').first();
  const address = await first.innerText();
  await first.click();
  await excel.settled();
  const selected = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('address');
      await context.sync();
      return range.address;
    }),
  );
  expect(selected).toBe(`'Lesson 4'!${address}`);
});

test('a map is no weight, and it says what to select', async () => {
  await excel.goTo('AH3', 'Lesson 4');
  await press('Check selected weight');
  expect(await messages(excel)).toContain('No weight and no pixel is selected');
  expect(excel.errors).toEqual([]);
});
