import axe, { type AxeResults } from 'axe-core';
import type { EmbeddedWorkbook } from '../harness';

/** How a person has set up the system. */
export const SCHEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'high contrast': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

export interface Checked {
  /** How many rules applied to something in the pane. */
  readonly rules: number;
  /** What is serious or critical: the rule, and where. */
  readonly findings: readonly string[];
}

/** What axe finds in the pane, in each scheme. Nothing of it is loaded by the page, so no policy of the page has a say. */
export async function checkPane(excel: EmbeddedWorkbook): Promise<Checked[]> {
  const all: Checked[] = [];
  for (const [scheme, media] of Object.entries(SCHEMES)) {
    await excel.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await excel.pane.evaluate(painted);
    all.push(await check(excel, scheme));
  }
  return all;
}

/**
 * For the pane to evaluate: resolves when it is painted in the colours and at the places of now, else both are measured
 * on their way from those before.
 */
export async function painted(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const finite = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  await Promise.allSettled(finite.map(({ finished }) => finished));
  await frame();
}

/**
 * Fluent UI puts elements before and after its groups that hand the focus on as soon as they get it; axe, which sees them
 * hidden from screen readers, cannot know that nobody's focus stays there.
 */
const HANDS_FOCUS_ON = '[data-tabster-dummy]';

async function check({ pane }: EmbeddedWorkbook, scheme: string): Promise<Checked> {
  if (!(await pane.evaluate(() => 'axe' in window))) await pane.evaluate(axe.source);
  const { passes, violations } = await pane.evaluate(
    (exclude) =>
      (window as unknown as { axe: { run(context: object): Promise<AxeResults> } }).axe.run({
        exclude: [exclude],
      }),
    HANDS_FOCUS_ON,
  );
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return {
    rules: passes.length + violations.length,
    findings: grave.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${scheme}: ${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
    ),
  };
}
