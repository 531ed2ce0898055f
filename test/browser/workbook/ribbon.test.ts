import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
let functions: { name: string; controlId: string; label: string }[];
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
  functions = await functionsOfManifest();
});
afterAll(() => excel.close());

const faults = () => excel.page.locator('.ribbon-fault').allTextContents();

/** Whatever buttons the manifest has, these tests press them. */
function functionsOfManifest(): Promise<typeof functions> {
  return excel.page.evaluate(async () => {
    const xml = new DOMParser().parseFromString(
      await (await fetch('manifest.xml')).text(),
      'application/xml',
    );
    const inButtons = [...xml.getElementsByTagName('FunctionName')].filter((each) => !each.closest('Item'));
    return inButtons.map((element) => {
      const controlId = element.closest('Control')!.getAttribute('id')!;
      const label = document.getElementById(controlId)!.getAttribute('aria-label')!;
      return { name: element.textContent!, controlId, label };
    });
  });
}

test('the ribbon shows the buttons of the manifest with labels, tips and icons', async () => {
  const buttons = excel.page.locator('#ribbon .ribbon-button');
  expect(await buttons.count()).toBeGreaterThan(functions.length);
  for (const button of await buttons.all()) {
    expect(await button.getAttribute('aria-label')).not.toBe('');
    expect(await button.getAttribute('title')).not.toBe('');
    const loaded = await button.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
    expect(loaded).toBe(32);
  }
  expect(await faults()).toEqual([]);
});

test('a button runs its function in the pane and waits for it to complete', async () => {
  const [{ name, label, controlId }] = functions;
  await excel.pane.evaluate((wanted) => {
    Office.actions.associate(wanted, async (event: Office.AddinCommands.Event) => {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[event.source.id]];
        await context.sync();
      });
      event.completed();
    });
  }, name);
  await excel.press(label);
  expect(await excel.read('A1')).toEqual([[controlId]]);
});

test('a function that the add-in does not have is a fault that one sees', async () => {
  const [, { name, label }] = functions;
  await excel.press(label);
  expect(await faults()).toEqual([expect.stringContaining(`no function "${name}"`)]);
});

test('closing the task pane hides it, what runs in it goes on, and its button brings it back', async () => {
  const close = excel.page.getByRole('button', { name: 'Close task pane' });
  await close.click();
  expect(await close.isVisible()).toBe(false);
  await excel.type('A2', 3);
  expect(await excel.read('A2')).toEqual([[3]]);
  await excel.press('Show pane');
  expect(await close.isVisible()).toBe(true);
});
