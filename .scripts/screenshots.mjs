// Makes the pictures of the README anew from the real page: `npm start` in one window, then
// `node .scripts/screenshots.mjs [address]` in another.
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';

const [address = 'http://localhost:3000'] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1920, height: 1000 } });
await page.goto(address);
const pane = page.frameLocator('iframe[title="Task pane"]');
const press = (label) => page.locator('#ribbon').getByRole('button', { name: label, exact: true }).click();

await pane.getByText('Step 0').waitFor();
await press('Model');
await tab('Lesson 4 model').waitFor();
await zoomOut(2);
await shoot('model');
await tab('Lesson 4').click();
await press('Run');
await pane.getByText('Step 200').waitFor();
await zoomOut(3);
await shoot('lesson4');
await tab('Lesson 4 ∂').click();
await press('Reset');
await pane.getByText('Step 0').waitFor();
await zoomOut(2);
await shoot('gradients');
await press('New');
await page.getByRole('menuitem', { name: 'Lesson 4 with ten classes', exact: true }).click();
await pane.getByText('Ten classes').waitFor();
await press('Run');
await pane.getByText('Step 200').waitFor();
await press('Evaluate');
await tab('Ten classes confusion').waitFor();
await page.locator('[data-u-comp="defined-name"] input').fill('G9');
await page.locator('[data-u-comp="defined-name"] input').press('Enter');
await pane.getByText('taken for').scrollIntoViewIfNeeded();
await shoot('confusion');
await browser.close();

function tab(name) {
  return page.locator('[data-u-comp="slide-tab-item"]').getByText(name, { exact: true });
}

/** The minus beside the zoom slider takes off 10 % a click. */
async function zoomOut(clicks) {
  for (let i = 0; i < clicks; i++) await page.locator('button:has(svg.univerjs-icon-reduce-icon)').click();
}

async function shoot(name) {
  await page.mouse.move(5, 5);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `assets/screenshot-${name}.png` });
}
