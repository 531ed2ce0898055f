import { openWorkbook, type EmbeddedWorkbook } from '../harness';

// The table's rows begin in row 11: B name, D kernel, P note.
const MODEL = 'Tiny model';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true, viewport: { width: 1280, height: 720 } });
  await excel.choose('New', 'Tiny');
  await excel.press('Model');
});
afterAll(() => excel.close());

/** The rows of one layer in the pane: what it comes to, then what is wrong in it. */
const layer = (name: string) =>
  excel.pane
    .getByRole('table', { name: "The layers of 'Tiny model'" })
    .locator('tbody')
    .filter({ has: excel.pane.getByRole('button', { name, exact: true }) });

test('Model opens the tab, which lists the layers with what they come to', async () => {
  await excel.pane.getByText('Every row fits: 47 parameters in all.').waitFor();
  expect(await layer('conv1').innerText()).toMatch(/^conv1\s+convolution\s+2 maps of 4×4\s+20\s*$/);
  expect(await layer('flatten').innerText()).toMatch(/8 numbers\s+0\s*$/);
});

test('a fault that is typed is told beside its row, here and on the sheet; mended, it is gone', async () => {
  await excel.type('D12', '5×5', MODEL);
  await excel.pane.getByText('1 row does not fit.').waitFor();
  expect(await layer('pool1').innerText()).toMatch(
    /✗ D12: Layer 'pool1': its window of 5×5 is larger than the map it reads, which is 4×4\. Make the window smaller/,
  );
  expect(await layer('conv1').innerText()).not.toContain('✗');
  expect(await layer('dense').innerText()).toMatch(/–\s+–\s*$/);
  expect(String((await excel.read('P12', MODEL))[0][0])).toContain('its window of 5×5 is larger');
  await layer('pool1').getByRole('button', { name: 'D12' }).click();
  await excel.settled();
  expect(await excel.selected()).toBe('D12');
  await excel.type('D12', '2×2', MODEL);
  await excel.pane.getByText('Every row fits: 47 parameters in all.').waitFor();
  expect(await layer('pool1').innerText()).toMatch(/^pool1\s+max pool\s+2 maps of 2×2\s+0\s*$/);
  expect((await excel.read('P12', MODEL))[0][0]).toBe('');
});

test('while cells of the table are selected, its rows have the room of the explanation', async () => {
  const explanation = excel.pane.getByRole('button', { name: 'Explain', exact: true });
  expect(await explanation.isVisible()).toBe(false);
  const { y, height } = (await layer('pool1').boundingBox())!;
  expect(y + height).toBeLessThan(720);
  await excel.goTo('A1', 'Tiny');
  await explanation.waitFor();
});

test("a click on a layer's name selects its row of the table", async () => {
  await excel.sheet('Tiny');
  await excel.pane.getByRole('button', { name: 'dense', exact: true }).last().click();
  await excel.settled();
  await excel.until('row 14 is selected', async () => (await selection()) === "'Tiny model'!A14:P14");
});

function selection(): Promise<string> {
  return excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('address');
      await context.sync();
      return range.address;
    }),
  );
}
