import { openWorkbook, type EmbeddedWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());

const button = (name: string) => excel.pane.getByRole('button', { name, exact: true });
const entry = (term: string) => excel.pane.getByRole('region', { name: term, exact: true });
const search = () => excel.pane.getByRole('searchbox', { name: 'Search the glossary' });
const tab = (name: string) => excel.pane.getByRole('tab', { name, selected: true });

test('a selected heading offers what it means, in whichever tab, and takes no tab away', async () => {
  await excel.goTo('AH1');
  await excel.settled();
  expect(await button('What is a convolution?').isVisible()).toBe(true);
  expect(await tab('Train').count()).toBe(1);
  await excel.goTo('AH3');
  await excel.settled();
  expect(await button('What is a convolution?').count()).toBe(0);
  await excel.goTo('AD9');
  await excel.settled();
  expect(await button('What is a filter?').isVisible()).toBe(true);
});

test('its entry tells the numbers of the notebook, and Show me selects the cells', async () => {
  await excel.goTo('AH1');
  await excel.settled();
  await button('What is a convolution?').click();
  await excel.settled();
  expect(await tab('See').count()).toBe(1);
  await entry('Convolution').waitFor();
  expect(await entry('Convolution').innerText()).toContain(
    'conv1 slides 2 filters of 3×3 over 1 channel of 28×28 and makes 2 maps of 26×26.',
  );
  await button('Show me').click();
  await excel.settled();
  expect(await excel.selected()).toBe('AD3:BG57');
});

test('an entry leads on to others, of the same layer', async () => {
  await entry('Convolution').getByRole('button', { name: 'Filter', exact: true }).click();
  expect(await entry('Filter').innerText()).toContain('conv1 has 2 filters of 1 channel of 3×3');
  expect(await entry('Convolution').count()).toBe(0);
  await button('Close').click();
  expect(await entry('Filter').count()).toBe(0);
});

test('the search box finds terms by other words for them', async () => {
  await search().fill('fully connected');
  const found = excel.pane.getByRole('list', { name: 'Found terms' });
  expect(await found.getByRole('button').first().innerText()).toBe('Dense layer');
  await search().press('Enter');
  await entry('Dense layer').waitFor();
  expect(await search().inputValue()).toBe('');
  await button('Show me').click();
  await excel.settled();
  expect(await excel.selected()).toBe('DN4:EN55');
});

test('what the notebook has not cannot be shown', async () => {
  await search().fill('dropout');
  await search().press('Enter');
  await entry('Dropout').waitFor();
  expect(await button('Show me').count()).toBe(0);
  await search().fill('zebra');
  expect(await excel.pane.getByText('No entry is found for').count()).toBe(1);
  await search().fill('');
});

test('cells are found after a column was inserted, and gradients on their own sheet', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Lesson 4').getRange('AD:AD').insert('Right');
      await context.sync();
    }),
  );
  await excel.press('Step');
  await excel.goTo('AI1', 'Lesson 4');
  await excel.settled();
  await button('What is a convolution?').click();
  await button('Show me').click();
  await excel.settled();
  expect(await excel.selected()).toBe('AE3:BH57');
  await excel.goTo('BM1', 'Lesson 4 ∂');
  await excel.settled();
  await button('What is a gradient?').click();
  await excel.sheet('Lesson 4');
  await button('Show me').click();
  await excel.settled();
  expect(await excel.selected()).toBe('BI4:CJ56');
  expect(await excel.read('BM1')).toEqual([['Conv2']]);
});

test('fields of the pane have their question beside them, and are still called what they are', async () => {
  await excel.pane.getByRole('tab', { name: 'Train' }).click();
  expect(await excel.pane.getByRole('textbox', { name: 'Learning rate', exact: true }).count()).toBe(1);
  await button('What is the learning rate?').click();
  await entry('Learning rate').waitFor();
  expect(await entry('Learning rate').innerText()).toContain('It is 0.005.');
});

test('nothing is cut off at 320 pixels', async () => {
  await excel.page.locator('#pane').evaluate((pane) => (pane.style.width = '320px'));
  const [scroll, width] = await excel.pane.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(scroll).toBeLessThanOrEqual(width);
  expect(excel.errors).toEqual([]);
});
