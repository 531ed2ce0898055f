import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { VALUES } from './lesson4';

/** A small laptop. */
const VIEWPORT = { width: 1280, height: 720 };

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ viewport: VIEWPORT });
  await excel.tab(VALUES).waitFor();
  await excel.settled();
});
afterAll(() => excel.close());

const region = (name: string) => excel.pane.getByRole('region', { name });
const bottomOf = async (text: string) => {
  const box = (await excel.pane.getByText(text).first().boundingBox())!;
  return box.y + box.height;
};

test('beside what is offered first, the explanation of a selected cell is in view', async () => {
  await excel.goTo('A1');
  await excel.settled();
  expect(await region('First steps').innerText()).toContain('This sheet is a neural network');
  await excel.goTo('BV10');
  await excel.settled();
  expect(await region('First steps').innerText()).not.toContain('This sheet is a neural network');
  expect(await region('First steps').getByRole('button', { name: 'Take a step' }).count()).toBe(1);
  for (const text of ['Row 7, column 10 of 24×24', 'patch', 'products'])
    expect(await bottomOf(text)).toBeLessThan(VIEWPORT.height);
});

test('the first step says what it did, and leads to where that is seen', async () => {
  await excel.goTo('A1');
  await region('First steps').getByRole('button', { name: 'Take a step' }).click();
  await excel.settled();
  expect(await region('First steps').count()).toBe(0);
  expect(await region('The first step').innerText()).toContain('was 0.6758 and is 0.6139');
  await region('The first step').getByRole('button', { name: 'See what moved' }).click();
  await excel.settled();
  // The image does not change: the first weight is where changes are seen.
  expect(await excel.selected()).toBe('AD11');
  const [[change]] = await excel.read('AD11', `${VALUES} Δ`);
  expect(Math.abs(change as number)).toBeGreaterThan(0);
});

test('a walk asks for another number than the cell holds', async () => {
  await excel.sheet(VALUES);
  await excel.type('AE12', 2);
  await excel.pane.getByRole('button', { name: 'Show me around' }).click();
  await region('Guided walk').getByRole('button', { name: 'Next', exact: true }).click();
  await excel.settled();
  expect(await region('Guided walk').innerText()).toContain('Type 3 over it');
  await excel.type('AE12', 3);
  await region('Guided walk').getByText('Done.').waitFor();
});

test('a copy of the sheet by its tab is told when a command is to change its original', async () => {
  const tab = excel.tab(VALUES);
  await tab.click({ button: 'right' });
  await excel.page.getByText('Copy', { exact: true }).last().click();
  await excel.tab(`${VALUES} (2)`).waitFor();
  await excel.settled();
  const before = await excel.read('ET4', VALUES);
  await excel.press('Step');
  await excel.pane.getByText(`The sheet '${VALUES} (2)' is a copy`).first().waitFor();
  expect(await excel.read('ET4', VALUES)).toEqual(before);
  expect(excel.errors).toEqual([]);
});
