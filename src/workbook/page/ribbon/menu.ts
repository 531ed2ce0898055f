/**
 * The list that a ribbon button opens: below it, over everything else; anything that happens elsewhere closes
 * it.
 */
import { make } from '../element';

export class RibbonMenu {
  readonly element = make('div', 'ribbon-menu');
  /** What had the keyboard before: with the mouse, the grid; it gets it back. */
  private before: HTMLElement | null = null;

  constructor(
    private readonly button: HTMLButtonElement,
    private readonly items: readonly HTMLButtonElement[],
  ) {
    const { element } = this;
    element.id = `${button.id}.Menu`;
    element.setAttribute('role', 'menu');
    element.setAttribute('aria-label', button.getAttribute('aria-label') ?? '');
    element.hidden = true;
    element.append(...items.map((item) => item.parentElement ?? item));
    for (const item of items) {
      item.setAttribute('role', 'menuitem');
      item.tabIndex = -1;
      item.addEventListener('click', () => this.close(true));
    }
    element.addEventListener('keydown', (event) => this.move(event));
    button.setAttribute('aria-haspopup', 'menu');
    button.setAttribute('aria-expanded', 'false');
    button.setAttribute('aria-controls', element.id);
    button.addEventListener('click', () => (element.hidden ? this.open() : this.close(true)));
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      this.open(event.key === 'ArrowDown' ? 0 : -1);
    });
    this.closeFromOutside();
  }

  private open(first = 0): void {
    const { element, button } = this;
    const { activeElement } = document;
    this.before =
      activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
    element.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    const { left, bottom } = button.getBoundingClientRect();
    const furthest = window.innerWidth - element.offsetWidth - 8;
    element.style.left = `${Math.max(8, Math.min(left, furthest))}px`;
    element.style.top = `${bottom + 2}px`;
    element.style.maxHeight = `${window.innerHeight - bottom - 12}px`;
    this.focus(first);
  }

  private close(withFocus: boolean): void {
    if (this.element.hidden) return;
    if (withFocus) (this.before ?? this.button).focus();
    this.element.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
  }

  private move(event: KeyboardEvent): void {
    const at = this.items.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) this.focus(to);
    else if (event.key === 'Escape') this.close(true);
    else if (event.key === 'Tab') this.close(false);
    else return;
    // Keys handled here must not reach the grid.
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  }

  /** Wraps around at both ends. */
  private focus(index: number): void {
    const { items } = this;
    items.at(index % items.length)?.focus();
  }

  private closeFromOutside(): void {
    const isOutside = (target: EventTarget | null) =>
      !(target instanceof Node && (this.element.contains(target) || this.button.contains(target)));
    window.addEventListener('pointerdown', ({ target }) => isOutside(target) && this.close(false), true);
    // A click into the task pane, a page of its own, shows only as loss of focus.
    window.addEventListener('blur', () => this.close(false));
    window.addEventListener('resize', () => this.close(false));
  }
}
