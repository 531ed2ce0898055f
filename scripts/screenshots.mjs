// Makes the pictures of the README anew from the real page: `npm start` in one window, then
// `node scripts/screenshots.mjs [address]` in another.
import fs from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';

const [address = 'http://localhost:3000'] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
/** By file. @type {Map<string, Buffer>} */
const pictures = new Map();
/** @type {import('playwright-core').Page} */
let page;
/** @type {import('playwright-core').FrameLocator} */
let pane;
await open({ width: 1280, height: 720 });
await shoot('first');
await goTo('AE12');
await page.keyboard.type('2');
await page.keyboard.press('Enter');
await pane.getByRole('button', { name: 'Explain' }).waitFor();
await goTo('AU12');
await shoot('typed');
await open({ width: 1920, height: 1060 });
await press('Model');
await tab('Lesson 4 model').waitFor();
await zoomOut(2);
await shoot('model');
await tab('Lesson 4').click();
await pane.getByRole('tab', { name: 'Train' }).click();
await press('Run');
await pane.getByText('Step 200').waitFor();
await zoomOut(3);
// Makes room for the curve.
await pane.getByRole('button', { name: 'Explain', exact: true }).click();
await shoot('lesson4');
await pane.getByRole('button', { name: /^A1: / }).click();
await tab('Lesson 4 ∂').click();
await press('Reset');
await pane.getByRole('button', { name: 'Dismiss' }).click();
await zoomOut(2);
await shoot('gradients');
await press('New');
await page.getByRole('menuitem', { name: 'Lesson 4 with ten classes', exact: true }).click();
await pane.getByText('Ten classes').waitFor();
await press('Run');
await pane.getByText('Step 200').waitFor();
await press('Evaluate');
await tab('Ten classes confusion').waitFor();
await page.waitForTimeout(2000);
await goTo('G9');
await pane.getByText('predicted as').scrollIntoViewIfNeeded();
await shoot('confusion');

// The tour of the mathematics, on a page of its own.
await open({ width: 1440, height: 800 });
await press('Show formulas');
await pane.getByText('worksheet formulas now').waitFor();
await goTo('AK11');
await shoot('formulas');
await press('Gradient formulas');
await pane.getByRole('button', { name: 'Set the batch size to 1' }).click();
await tab('Lesson 4 next').waitFor();
await tab('Lesson 4 ∂').click();
await goTo('AE12');
await shoot('gradient-formulas');
await press('Gradient formulas');
await press('Show formulas');
await pane.getByText('All cells hold values again').waitFor();
await tab('Lesson 4').click();
await press('Explain cell');
await goTo('BW10');
await stretchExplanation(200);
await pane.getByRole('button', { name: 'Dismiss' }).click();
await shoot('explain');
await goTo('DR8');
await pane.getByText('The flattened row').last().scrollIntoViewIfNeeded();
await shoot('flatten');
await press('Explain cell');
await goTo('BJ12');
await section('Filters');
await pane.getByRole('button', { name: /Laplacian/ }).scrollIntoViewIfNeeded();
await shoot('filters');
await open({ width: 1440, height: 800 });
await press('Step');
await goTo('AQ11');
await section('Changes');
await pane.getByLabel('Changes since').selectOption('last');
await tab('Lesson 4 Δ').waitFor();
await page.waitForTimeout(500);
await shoot('changes');
await open({ width: 1440, height: 800 });
await press('Run');
await pane.getByText('Step 200').waitFor();
await press('Filter sheet');
await tab('Lesson 4 filters').waitFor();
await shoot('filter-sheet');
await tab('Lesson 4').click();
await goTo('AS10');
await press('As matrix');
await tab('Lesson 4 matrix').waitFor();
await shoot('matrix');
await tab('Lesson 4').click();
await section('As matrix');
await section('Check my gradient');
await pane.getByRole('button', { name: 'Check 100 random weights' }).click();
await pane.getByRole('table').first().waitFor({ timeout: 60_000 });
await pane.getByRole('row').nth(6).scrollIntoViewIfNeeded();
await shoot('check');
await section('Check my gradient');
await goTo('BM1');
await pane.getByText('What is a convolution?').click();
await shoot('glossary');
await page.getByRole('tab', { name: 'File', exact: true }).click();
await page.getByRole('button', { name: /^Duplicate/ }).click();
await page
  .getByRole('button', { name: /^Duplicate/ })
  .nth(1)
  .waitFor();
await shoot('documents');
await browser.close();
// Not before: the server loads its pages anew when a file in assets changes.
for (const [file, picture] of pictures) await fs.writeFile(file, picture);

/** A browser that holds no documents draws lesson 4. */
async function open(viewport) {
  await page?.context().close();
  page = await (await browser.newContext({ viewport })).newPage();
  pane = page.frameLocator('iframe[title="Task pane"]');
  await page.goto(address);
  await pane.getByText('Step 0, epoch').waitFor();
}

function press(label) {
  return page.locator('#ribbon').getByRole('button', { name: label, exact: true }).click();
}

function tab(name) {
  return page.locator('[data-u-comp="slide-tab-item"]').getByText(name, { exact: true });
}

async function goTo(address) {
  const nameBox = page.locator('[data-u-comp="defined-name"] input');
  await nameBox.fill(address);
  await nameBox.press('Enter');
  await page.waitForTimeout(300);
}

/** Opens or closes a section of the pane's tab See. */
async function section(name) {
  await pane.getByRole('tab', { name: 'See' }).click();
  await pane.getByRole('button', { name, exact: true }).click();
  await page.waitForTimeout(500);
}

/** Pulls its lower right corner down, and scrolls to its beginning. */
async function stretchExplanation(pixels) {
  const body = pane.getByRole('region', { name: 'Explanation' }).locator('..');
  await body.evaluate((element) => element.previousElementSibling.scrollIntoView());
  const { x, y, width, height } = await body.boundingBox();
  const [right, bottom] = [x + width - 5, y + height - 5];
  await page.mouse.move(right, bottom);
  await page.mouse.down();
  await page.mouse.move(right, bottom + pixels);
  await page.mouse.up();
}

/** The minus beside the zoom slider takes off 10 % a click. */
async function zoomOut(clicks) {
  for (let i = 0; i < clicks; i++) await page.locator('button:has(svg.univerjs-icon-reduce-icon)').click();
}

/** Once nothing is under way any more. */
async function shoot(name) {
  await page.mouse.move(5, 5);
  await page.waitForTimeout(1000);
  await pane.getByRole('progressbar').waitFor({ state: 'detached' });
  await page.getByText('Kept in this browser').waitFor();
  await page.waitForTimeout(500);
  pictures.set(`assets/screenshot-${name}.png`, await page.screenshot());
}
