/**
 * The tabs of the ribbon, of which one is in front: Excel's own, and the add-in's from its manifest. Arrows go from tab to
 * tab (https://www.w3.org/WAI/ARIA/apg/patterns/tabs).
 */
import { texts } from '../../texts';
import { make } from '../element';

interface Tab {
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
  /** Called whenever the tab comes to the front. */
  readonly shown: () => void;
}

export class RibbonTabs {
  private readonly list = make('div', 'ribbon-tabs');
  private readonly tabs: Tab[] = [];
  private front: Tab | null = null;
  /** The tab that was in front before. */
  private last: Tab | null = null;

  constructor(private readonly element: HTMLElement) {
    this.list.setAttribute('role', 'tablist');
    this.list.setAttribute('aria-label', texts.page.ribbonTabs);
    this.list.addEventListener('keydown', (event) => this.move(event));
    element.append(this.list);
  }

  /** Adds a tab behind those that are there. `panel` is what it shows, below the tabs unless it already stands elsewhere. */
  add(id: string, label: string, panel: HTMLElement, shown: () => void = () => undefined): void {
    const button = make('button', 'ribbon-tab', label);
    button.type = 'button';
    button.id = id;
    panel.id ||= `${id}.Panel`;
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', id);
    if (!panel.isConnected) this.element.append(panel);
    this.list.append(button);
    const tab = { button, panel, shown };
    this.tabs.push(tab);
    button.addEventListener('click', () => this.bring(tab));
    this.draw(tab);
  }

  /** Brings a tab to the front. */
  show(id: string): void {
    const tab = this.tabs.find(({ button }) => button.id === id);
    if (tab) this.bring(tab);
  }

  /** Brings back the tab that was in front before this one. */
  back(): void {
    const to = this.last;
    if (!to) return;
    this.bring(to);
    to.button.focus();
  }

  private bring(tab: Tab): void {
    if (this.front === tab) return;
    this.last = this.front;
    this.front = tab;
    this.tabs.forEach((each) => this.draw(each));
    tab.shown();
  }

  private draw({ button, panel }: Tab): void {
    const isInFront = this.front?.button === button;
    button.setAttribute('aria-selected', String(isInFront));
    button.tabIndex = isInFront || (!this.front && this.tabs[0].button === button) ? 0 : -1;
    panel.hidden = !isInFront;
  }

  private move(event: KeyboardEvent): void {
    const { tabs } = this;
    const at = tabs.findIndex(({ button }) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const tab = tabs.at(to % tabs.length)!;
    this.bring(tab);
    tab.button.focus();
  }
}
