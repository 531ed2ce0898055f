import type { EmbeddedWorkbook } from '../harness';

/** More than any state of the pane has stops. */
const MOST_STOPS = 150;

/**
 * Goes through the whole pane with the Tab key.
 * @returns what is wrong: controls that are not reached, and stops that are out of sight or lie under a message
 */
export async function walkByKeyboard({ page, pane }: EmbeddedWorkbook): Promise<string[]> {
  await pane.evaluate(() => {
    const main = document.querySelector('main')!;
    main.tabIndex = -1;
    main.focus();
    main.removeAttribute('tabindex');
    for (const each of document.querySelectorAll('[data-reached]')) each.removeAttribute('data-reached');
  });
  const wrong: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const at = await pane.evaluate(lookAtFocus);
    if (at === undefined) break;
    if (at !== '') wrong.push(at);
  }
  wrong.push(...(await pane.evaluate(unreached)));
  await pane.evaluate(() => scrollTo(0, 0));
  return wrong;
}

/** @returns undefined when the focus has left the pane or come round, else what is wrong with where it is, if anything */
function lookAtFocus(): string | undefined {
  const focused = document.activeElement;
  if (!focused || focused === document.body || !document.hasFocus()) return undefined;
  if (focused.hasAttribute('data-reached')) return undefined;
  focused.setAttribute('data-reached', '');
  const { left, top, right, bottom, height, width } = focused.getBoundingClientRect();
  const seenFrom = Math.max(0, top);
  const seenTo = Math.min(innerHeight, bottom);
  const name = focused.outerHTML.slice(0, 120);
  // An input that its label draws is as small as it likes.
  if (height <= 1 || width <= 1) return '';
  if (seenTo <= seenFrom) return `out of sight: ${name}`;
  const hit = document.elementFromPoint((left + right) / 2, (seenFrom + seenTo) / 2);
  const message = hit?.closest('[role=status]');
  return message && !message.contains(focused) ? `under a message: ${name}` : '';
}

/** Controls that can be pressed and were not reached; of a group with arrow keys, one is. */
function unreached(): string[] {
  const controls = 'button, input, select, a[href], [role=tab], [tabindex="0"]';
  return [...document.querySelectorAll<HTMLElement>(controls)]
    .filter(
      (each) => each.tabIndex >= 0 && each.checkVisibility() && !each.hasAttribute('data-tabster-dummy'),
    )
    .filter((each) => !each.matches(':disabled, [type=radio], [role=tab][aria-selected=false]'))
    .filter((each) => !each.hasAttribute('data-reached'))
    .map((each) => `not reached: ${each.outerHTML.slice(0, 120)}`);
}

/** Widths of the pane, in CSS pixels: as narrow as it has to read, and half of what Excel gives it, as with a zoom of 200 %. */
const WIDTHS = [320, 170] as const;

/** @returns what would have to be scrolled sideways */
export async function widerThanPane({ page, pane }: EmbeddedWorkbook): Promise<string[]> {
  const frame = page.locator('iframe[title="Task pane"]');
  const wide: string[] = [];
  for (const width of WIDTHS) {
    await frame.evaluate(
      (it, px) => (it.style.cssText = `flex: none; width: ${px}px; align-self: flex-start; height: 500px`),
      width,
    );
    wide.push(...(await pane.evaluate(wider)).map((each) => `at ${width}: ${each}`));
  }
  await frame.evaluate((it) => (it.style.cssText = ''));
  return wide;
}

function wider(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('main *')]
    .filter((each) => each.getBoundingClientRect().right > clientWidth + 0.5)
    .map((each) => each.outerHTML.slice(0, 120))
    .slice(-3);
}

/** @returns what moves without end although the person has asked for less of it */
export function movesWithoutEnd({ pane }: EmbeddedWorkbook): Promise<string[]> {
  return pane.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations === Infinity,
      )
      .filter(({ effect }) => Number(effect?.getTiming().duration) < 1500)
      .map(({ effect }) => ((effect as KeyframeEffect).target as Element).outerHTML.slice(0, 120)),
  );
}
