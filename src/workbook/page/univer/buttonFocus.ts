/**
 * Univer gives the keyboard back to its cells as soon as a button around them gets it, and takes Enter and the space bar for
 * the cells wherever they are pressed. Who comes to a button by keyboard could not press it.
 */

/** To be called before Univer starts, which listens to the whole window, too. @param page where Univer will be */
export function letButtonsKeepFocus(page: HTMLElement): void {
  window.addEventListener('focusin', (event) => keepFocus(page, event), { capture: true });
  window.addEventListener('keydown', (event) => press(page, event), { capture: true });
}

/** After a click the keyboard goes back to the cells, as in Excel. */
function keepFocus(page: HTMLElement, event: FocusEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLButtonElement) || !page.contains(target)) return;
  if (target.matches(':focus-visible')) event.stopPropagation();
}

/** Whatever has the keyboard beside the cells gets Tab, and a button its keys; those that open a menu answer them by themselves. */
function press(page: HTMLElement, event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !page.contains(target) || target.isContentEditable) return;
  const isPressed = key === 'Enter' || key === ' ';
  const isButton = target.matches('button:not([aria-haspopup]), a[role="button"]');
  // Univer listens to the window itself, too, and later.
  if (key === 'Tab' || (isPressed && isButton)) event.stopImmediatePropagation();
  // A link without an address, which no key presses.
  if (!isPressed || !target.matches('a[role="button"]')) return;
  event.preventDefault();
  target.click();
}
