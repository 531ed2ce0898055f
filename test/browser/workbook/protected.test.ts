import { withClipboard } from '../clipboard';
import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
});
afterAll(() => excel.close());

/** The alert of Excel's is shown, and taken note of. */
async function refused(): Promise<void> {
  const alert = excel.page.getByRole('alertdialog');
  expect(await alert.textContent()).toContain(
    "The cell or chart you're trying to change is on a protected sheet.",
  );
  await alert.getByRole('button').click();
  await alert.waitFor({ state: 'detached' });
}

test('what is pasted, filled or undone on a protected sheet is refused, and nothing changes', async () => {
  await excel.paste('B2', [[1], [2]]);
  await excel.type('B2', 3);
  const cells = () => excel.read('B2:C4');
  const before = await cells();
  await excel.protect();
  await excel.paste('B2', [
    [7, 8],
    [9, 10],
  ]);
  await refused();
  await excel.goTo('B2:B4');
  await excel.page.keyboard.press('Control+D');
  await refused();
  await excel.undo();
  await refused();
  await excel.goTo('B2');
  await withClipboard(() => excel.page.keyboard.press('Control+X'));
  await refused();
  expect(await cells()).toEqual(before);
  await excel.protect(false);
  await excel.undo();
  expect(await cells()).toEqual([
    [1, ''],
    [2, ''],
    ['', ''],
  ]);
  expect(excel.errors).toEqual([]);
});
