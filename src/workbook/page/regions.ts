/**
 * F6 goes from one part of the page to the next, with Shift to the one before, as in Excel: Tab alone would not leave the
 * cells, which it goes through.
 */
export function goRoundByF6(pane: HTMLIFrameElement): void {
  window.addEventListener('keydown', answer, { capture: true });
  // Its page hears its own keys.
  pane.addEventListener('load', () =>
    pane.contentWindow?.addEventListener('keydown', answer, { capture: true }),
  );
}

function answer(event: KeyboardEvent): void {
  if (event.key !== 'F6') return;
  event.preventDefault();
  event.stopPropagation();
  go(event.shiftKey ? -1 : 1);
}

/** Where the keyboard is put in each part; a pane that is closed is none. */
const ENTRIES: readonly (readonly [part: string, entry: string])[] = [
  ['#ribbon', '[role="tab"][tabindex="0"]'],
  ['#grid', '[data-u-comp="defined-name"] input'],
  ['#grid footer', 'button'],
  ['#pane:not(.pane-hidden)', 'iframe'],
];

function go(by: number): void {
  const parts = ENTRIES.flatMap(([part, entry]) => {
    const element = document.querySelector(part);
    const first = element?.querySelector<HTMLElement>(entry);
    return element && first ? [{ element, first }] : [];
  });
  // The last that holds the keyboard: the foot of the grid is in the grid.
  const at = parts.findLastIndex(({ element }) => element.contains(document.activeElement));
  parts.at((at + by) % parts.length)?.first.focus();
}
