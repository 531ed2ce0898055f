import { type EmbeddedWorkbook, openWorkbook } from '../harness';

const MENU = 'Trial';

/** The add-in's own manifest, with a menu in place of its first button, and more buttons than fit into the window. */
function withMenu(manifest: string): string {
  const button = /<Control xsi:type="Button"[\s\S]*?<\/Control>/.exec(manifest)![0];
  const labelled = (text: string, id: string) =>
    text.replaceAll(/(<Label|<Title) resid="[^"]*"/g, `$1 resid="${id}"`);
  const item = (id: string) =>
    labelled(button, id)
      .replace(/<Control [^>]*>/, `<Item id="${id}">`)
      .replace('</Control>', '</Item>')
      .replace(/<FunctionName>[^<]*/, `<FunctionName>trial${id}`);
  const look = labelled(button.slice(button.indexOf('<Label'), button.indexOf('<Action')), MENU);
  const menu = `<Control xsi:type="Menu" id="${MENU}">${look}<Items>${item('One')}${item('Two')}</Items></Control>`;
  const others = Array.from({ length: 14 }, (_, i) => `Other${i}`);
  const buttons = others.map((id) => labelled(button, id).replace(/ id="[^"]*"/, ` id="${id}"`));
  const strings = [MENU, 'One', 'Two', ...others].map((id) => `<bt:String id="${id}" DefaultValue="${id}"/>`);
  return manifest
    .replace(button, menu + buttons.join(''))
    .replace('<bt:ShortStrings>', `<bt:ShortStrings>${strings.join('')}`);
}

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true, manifest: withMenu, viewport: { width: 1024, height: 700 } });
  await excel.pane.evaluate(() => {
    for (const name of ['trialOne', 'trialTwo']) {
      Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
        await Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [
            [`${name} ${event.source.id}`],
          ];
          await context.sync();
        });
        event.completed();
      });
    }
  });
});
afterAll(() => excel.close());

const button = () => excel.ribbonButton(MENU);
const focused = () => excel.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

test('choosing an item runs its command', async () => {
  await excel.choose(MENU, 'Two');
  expect(await excel.read('A1')).toEqual([['trialTwo Two']]);
  expect(await excel.menu(MENU).isVisible()).toBe(false);
  expect(await excel.page.locator('.ribbon-fault').allTextContents()).toEqual([]);
});

test('an open menu shows what its items do, stays inside the window, and closes at a click elsewhere', async () => {
  expect(await button().getAttribute('aria-haspopup')).toBe('menu');
  await button().click();
  expect(await button().getAttribute('aria-expanded')).toBe('true');
  const item = excel.menu(MENU).getByRole('menuitem', { name: 'One', exact: true });
  const described = (await item.getAttribute('aria-describedby'))!;
  expect((await excel.page.locator(`[id="${described}"]`).textContent())!.length).toBeGreaterThan(5);
  const box = (await excel.menu(MENU).boundingBox())!;
  expect(box.x + box.width).toBeLessThan(1024);
  expect(box.y).toBeGreaterThan((await button().boundingBox())!.y);
  await excel.page.locator('#grid').click({ position: { x: 600, y: 300 } });
  expect(await excel.menu(MENU).isVisible()).toBe(false);
});

test('a menu obeys arrows, Escape and Enter', async () => {
  const { keyboard } = excel.page;
  await button().focus();
  await keyboard.press('ArrowDown');
  expect(await focused()).toBe('One');
  await keyboard.press('ArrowDown');
  expect(await focused()).toBe('Two');
  await keyboard.press('ArrowDown');
  expect(await focused()).toBe('One');
  await keyboard.press('Escape');
  expect(await excel.menu(MENU).isVisible()).toBe(false);
  expect(await focused()).toBe(MENU);
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await excel.settled();
  expect(await excel.read('A1')).toEqual([['trialOne One']]);
});

test('a ribbon wider than the window can be moved, and does not widen the page', async () => {
  const groups = excel.page.locator('.ribbon-groups');
  const widths = await groups.evaluate((element) => [element.scrollWidth, element.clientWidth]);
  expect(widths[0]).toBeGreaterThan(widths[1]);
  expect(await excel.page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
  await groups.hover();
  await excel.page.mouse.wheel(0, 300);
  expect(await groups.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});
