/**
 * Draws the add-in's tab of the ribbon: its groups, and a real button for each control of the manifest, with its menu if it
 * has one.
 *
 * ribbon/ is for the ribbon's tabs, and for what manifest.xml puts there. May import host/'s types and page/'s elements.
 */
import type { CommandStatus } from '../../host/external';
import { texts } from '../../texts';
import { describedBelow, make } from '../element';
import type { ManifestButton, ManifestMenu, Ribbon } from './manifest';
import { RibbonMenu } from './menu';
import type { RibbonTabs } from './tabs';

interface RibbonActions {
  showPane(): void;
  runFunction(name: string, controlId: string): Promise<CommandStatus>;
}

export class RibbonView {
  private readonly faults: HTMLElement;

  constructor(
    private readonly element: HTMLElement,
    private readonly tabs: RibbonTabs,
    private readonly actions: RibbonActions,
  ) {
    this.faults = make('div', 'ribbon-faults');
    this.faults.setAttribute('role', 'alert');
    element.append(this.faults);
  }

  /** Adds the add-in's tab and brings it to the front; a manifest without one shows its faults. */
  draw(ribbon: Ribbon): void {
    const panel = make('div', 'ribbon-panel');
    const groups = make('div', 'ribbon-groups');
    const menus: HTMLElement[] = [];
    for (const { label, controls } of ribbon.groups) {
      const group = make('div', 'ribbon-group');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', label);
      const row = make('div', 'ribbon-buttons');
      for (const control of controls) {
        if ('items' in control) {
          const button = this.menuButton(control);
          const menu = new RibbonMenu(
            button,
            control.items.map((item) => this.item(item, button)),
          );
          row.append(button);
          menus.push(menu.element);
        } else row.append(this.button(control));
      }
      group.append(row, make('div', 'ribbon-group-label', label));
      groups.append(group);
    }
    panel.append(groups, ...menus);
    scrollSideways(groups);
    if (ribbon.tab.id) {
      this.tabs.add(ribbon.tab.id, ribbon.tab.label, panel);
      this.tabs.show(ribbon.tab.id);
    }
    this.element.append(this.faults);
    ribbon.faults.forEach((fault) => this.fault(fault));
  }

  /** Shows a problem of the manifest where its author is looking. */
  fault(text: string): void {
    this.faults.append(make('p', 'ribbon-fault', text));
  }

  private button({ action, ...look }: ManifestButton): HTMLButtonElement {
    const button = this.face(look);
    button.addEventListener('click', () => void this.press(button, action));
    return button;
  }

  private menuButton(menu: ManifestMenu): HTMLButtonElement {
    const button = this.face(menu);
    button.lastElementChild!.classList.add('ribbon-menu-arrow');
    return button;
  }

  /** While it runs, the menu's button also shows it: the list itself is closed by then. */
  private item({ action, tip, ...look }: ManifestButton, menu: HTMLButtonElement): HTMLButtonElement {
    const item = this.face({ ...look, tip: '' }, 'ribbon-menu-item');
    if (tip) describedBelow(item, make('span', 'ribbon-menu-tip', tip));
    item.addEventListener('click', () => {
      menu.setAttribute('aria-busy', 'true');
      void this.press(item, action).then(() => menu.removeAttribute('aria-busy'));
    });
    return item;
  }

  private face(
    { id, label, tip, icon }: Omit<ManifestButton, 'action'>,
    className = 'ribbon-button',
  ): HTMLButtonElement {
    const button = make('button', className);
    button.type = 'button';
    button.id = id;
    if (tip) button.title = tip;
    button.setAttribute('aria-label', label);
    if (icon) button.append(this.icon(icon, label));
    button.append(make('span', `${className}-label`, label));
    return button;
  }

  private icon(source: string, label: string): HTMLImageElement {
    const image = make('img', 'ribbon-icon');
    image.src = source;
    image.alt = '';
    image.width = image.height = 32;
    image.addEventListener('error', () => this.fault(texts.manifest.iconNotLoaded(label, source)));
    return image;
  }

  /** `aria-busy` lasts until the add-in has called `event.completed()`. */
  private async press(button: HTMLButtonElement, action: ManifestButton['action']): Promise<void> {
    button.setAttribute('aria-busy', 'true');
    if (action?.kind === 'pane') this.actions.showPane();
    if (action?.kind === 'function') await this.runFunction(action.name, button.id);
    button.removeAttribute('aria-busy');
    button.dataset.completed = String(Number(button.dataset.completed ?? 0) + 1);
  }

  private async runFunction(name: string, controlId: string): Promise<void> {
    const status = await this.actions.runFunction(name, controlId);
    if (status !== 0) this.fault(texts.manifest.noFunction(name, status));
  }
}

/** If the ribbon is wider than the window, the wheel scrolls it, as in Excel. */
function scrollSideways(groups: HTMLElement): void {
  groups.addEventListener(
    'wheel',
    (event) => {
      if (groups.scrollWidth <= groups.clientWidth || event.deltaX !== 0) return;
      groups.scrollLeft += event.deltaY;
      event.preventDefault();
    },
    { passive: false },
  );
}
