/** Draws the ribbon: a tab, its groups, and a real button for each control of the manifest. */
import type { CommandStatus } from '../host/external';
import type { RibbonState } from '../objects/services';
import type { ManifestButton, Ribbon } from './manifest';

export interface RibbonActions {
  showPane(): void;
  runFunction(name: string, controlId: string): Promise<CommandStatus>;
}

export class RibbonView implements RibbonState {
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private readonly faults: HTMLElement;

  constructor(
    private readonly element: HTMLElement,
    private readonly actions: RibbonActions,
  ) {
    this.faults = make('div', 'ribbon-faults');
    this.faults.setAttribute('role', 'alert');
  }

  draw(ribbon: Ribbon): void {
    const tabs = make('div', 'ribbon-tabs');
    const tab = make('span', 'ribbon-tab', ribbon.tab.label);
    tab.setAttribute('aria-current', 'page');
    tabs.append(tab);
    const groups = make('div', 'ribbon-groups');
    for (const { label, buttons } of ribbon.groups) {
      const group = make('div', 'ribbon-group');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', label);
      const row = make('div', 'ribbon-buttons');
      row.append(...buttons.map((button) => this.button(button)));
      group.append(row, make('div', 'ribbon-group-label', label));
      groups.append(group);
    }
    this.element.replaceChildren(tabs, groups, this.faults);
    ribbon.faults.forEach((fault) => this.fault(fault));
  }

  /** Shown where whoever wrote the manifest is looking. */
  fault(text: string): void {
    this.faults.append(make('p', 'ribbon-fault', text));
  }

  enable(controlId: string, enabled: boolean): void {
    const button = this.buttons.get(controlId);
    if (button) button.disabled = !enabled;
  }

  show(_tabId: string, visible: boolean): void {
    this.element.classList.toggle('ribbon-hidden', !visible);
  }

  private button({ id, label, tip, icon, action }: ManifestButton): HTMLButtonElement {
    const button = make('button', 'ribbon-button');
    button.type = 'button';
    button.id = id;
    button.title = tip;
    button.setAttribute('aria-label', label);
    if (icon) button.append(this.icon(icon, label));
    button.append(make('span', 'ribbon-button-label', label));
    button.addEventListener('click', () => void this.press(button, action));
    this.buttons.set(id, button);
    return button;
  }

  private icon(source: string, label: string): HTMLImageElement {
    const image = make('img', 'ribbon-icon');
    image.src = source;
    image.alt = '';
    image.width = image.height = 32;
    image.addEventListener('error', () => this.fault(`The icon of "${label}" cannot be loaded: ${source}`));
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
    if (status !== 0) this.fault(`The add-in has no function "${name}" (office.js reports ${status}).`);
  }
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
