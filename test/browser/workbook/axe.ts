import fs from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

declare const axe: typeof import('axe-core');

/** What axe finds on a page, without the pages in its frames: the serious and critical as lines, all of it printed in short. */
export async function faultsOf(page: Page, state: string): Promise<string[]> {
  // By the debugger, which the page's policy does not hold back.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations, passes } = (await page.evaluate(() =>
    axe.run(document, { iframes: false }),
  )) as AxeResults;
  const counts = ['critical', 'serious', 'moderate', 'minor'].map(
    (impact) => `${violations.filter((each) => each.impact === impact).length} ${impact}`,
  );
  process.stdout.write(`axe, ${state}: ${passes.length} rules passed; failed ${counts.join(', ')}\n`);
  return violations
    .filter(({ impact }) => impact === 'critical' || impact === 'serious')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`));
}
