// Renders assets/icons/<name>.svg to assets/<name>-<size>.png, transparent, at every size that Office asks for.
//
//   node scripts/icons.mjs            all icons
//   node scripts/icons.mjs step run   only these
//
// Run it after changing an SVG and commit both. An icon is drawn on a 32 x 32 field with edges on even
// coordinates, so that they fall on whole pixels at 16, 32, 48, 64, 80 and 96.
import { readdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 96];
const assets = new URL('../assets/', import.meta.url);

const sources = (await readdir(new URL('icons/', assets))).filter((file) => file.endsWith('.svg'));
const drawn = sources.map((file) => file.slice(0, -'.svg'.length));
const names = process.argv.length > 2 ? process.argv.slice(2) : drawn;
const unknown = names.filter((name) => !drawn.includes(name));
if (unknown.length > 0) {
  console.error(`No SVG in assets/icons for: ${unknown.join(', ')}. There are: ${drawn.join(', ')}.`);
  process.exit(1);
}

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  for (const name of names) {
    const svg = await readFile(new URL(`icons/${name}.svg`, assets), 'utf8');
    for (const size of SIZES) await render(page, svg, size, new URL(`${name}-${size}.png`, assets).pathname);
  }
  console.log(`${names.length} icons at ${SIZES.length} sizes are in assets/.`);
} finally {
  await browser.close();
}

async function render(page, svg, size, path) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
  );
  await page.screenshot({ path, omitBackground: true });
}
