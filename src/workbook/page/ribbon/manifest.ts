/** Reads the ribbon out of an add-in's XML manifest. Problems are collected, not swallowed. */
import { texts } from '../../texts';

export interface ManifestButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string | null;
  readonly action: { readonly kind: 'function'; readonly name: string } | { readonly kind: 'pane' } | null;
}

/** A button that opens a list of others. */
export interface ManifestMenu extends Omit<ManifestButton, 'action'> {
  readonly items: readonly ManifestButton[];
}

interface ManifestGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly (ManifestButton | ManifestMenu)[];
}

export interface Ribbon {
  /** The add-in's, by which a file tells whose settings it holds. */
  readonly addin: { readonly id: string; readonly version: string };
  readonly name: string;
  readonly tab: { readonly id: string; readonly label: string };
  readonly groups: readonly ManifestGroup[];
  /** Where the task pane loads from, on this page's own origin. */
  readonly pane: string;
  readonly faults: readonly string[];
}

/** In pixels: the size that the ribbon shows, of those in a manifest. */
const ICON_SIZE = 32;

/**
 * `base` is the folder of this page: it has the same files as the folder of the pane's page, wherever the manifest says that
 * is.
 */
export function readManifest(xml: string, base: string): Ribbon {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const syntax = document.querySelector('parsererror');
  if (syntax) return { ...EMPTY, faults: [texts.manifest.notWellFormed(syntax.textContent?.trim() ?? '')] };
  return new Reader(document, base).read();
}

const EMPTY: Ribbon = {
  addin: { id: '', version: '' },
  name: '',
  tab: { id: '', label: '' },
  groups: [],
  pane: '',
  faults: [],
};

class Reader {
  private readonly faults: string[] = [];
  private readonly resources = new Map<string, string>();
  private readonly source: string;

  constructor(
    private readonly document: Document,
    private readonly base: string,
  ) {
    for (const kind of ['Image', 'Url', 'String']) {
      for (const element of elements(document, kind)) {
        const id = element.getAttribute('id');
        if (id) this.resources.set(id, element.getAttribute('DefaultValue') ?? '');
      }
    }
    this.source = this.paneAddress();
  }

  read(): Ribbon {
    const tab = elements(this.document, 'CustomTab')[0];
    if (!tab) this.fault(texts.manifest.noTab);
    const text = (name: string) =>
      children(this.document.documentElement, name)[0]?.textContent?.trim() ?? '';
    return {
      addin: { id: text('Id'), version: text('Version') },
      name: elements(this.document, 'DisplayName')[0]?.getAttribute('DefaultValue') ?? '',
      tab: { id: tab?.getAttribute('id') ?? '', label: tab ? this.labelOf(tab) : '' },
      groups: tab ? children(tab, 'Group').map((group) => this.group(group)) : [],
      pane: this.source && this.onOwnOrigin(this.source),
      faults: this.faults,
    };
  }

  private group(group: Element): ManifestGroup {
    const id = group.getAttribute('id') ?? '';
    return {
      id,
      label: this.labelOf(group),
      controls: children(group, 'Control').map((control) => this.control(control)),
    };
  }

  private control(control: Element): ManifestButton | ManifestMenu {
    if (control.getAttribute('xsi:type') !== 'Menu') return this.button(control);
    const look = this.look(control);
    const list = children(control, 'Items')[0];
    const items = list ? children(list, 'Item').map((item) => this.button(item)) : [];
    if (items.length === 0) this.fault(texts.manifest.emptyMenu(look.id));
    return { ...look, items };
  }

  private button(control: Element): ManifestButton {
    const look = this.look(control);
    return { ...look, action: this.action(control, look.id) };
  }

  private look(control: Element): Omit<ManifestButton, 'action'> {
    const id = control.getAttribute('id') ?? '';
    const supertip = children(control, 'Supertip')[0];
    const description = supertip && children(supertip, 'Description')[0];
    return {
      id,
      label: this.labelOf(control),
      tip: description ? this.resource(description, id) : '',
      icon: this.icon(control, id),
    };
  }

  private icon(control: Element, id: string): string | null {
    const icon = children(control, 'Icon')[0];
    // An item of a menu needs none.
    if (!icon && control.localName === 'Item') return null;
    const images = icon ? children(icon, 'Image') : [];
    const image = images.find((each) => Number(each.getAttribute('size')) === ICON_SIZE);
    if (!image) return this.fault(texts.manifest.noIcon(id, ICON_SIZE));
    const address = this.resource(image, id);
    return address && this.onOwnOrigin(address);
  }

  private action(control: Element, id: string): ManifestButton['action'] {
    const action = children(control, 'Action')[0];
    const type = action?.getAttribute('xsi:type');
    if (type === 'ShowTaskpane') return { kind: 'pane' };
    const name = action && children(action, 'FunctionName')[0]?.textContent?.trim();
    if (type === 'ExecuteFunction' && name) return { kind: 'function', name };
    return this.fault(texts.manifest.unknownAction(id, type ?? 'none'));
  }

  /** The address of the pane's page as the manifest has it. */
  private paneAddress(): string {
    const settings = elements(this.document, 'DefaultSettings')[0];
    const source = settings && children(settings, 'SourceLocation')[0]?.getAttribute('DefaultValue');
    if (source) return source;
    this.fault(texts.manifest.noPane);
    return '';
  }

  private labelOf(element: Element): string {
    const label = children(element, 'Label')[0];
    const owner = element.getAttribute('id') ?? element.localName;
    if (label) return this.resource(label, owner);
    this.fault(texts.manifest.noLabel(owner));
    return owner;
  }

  private resource(element: Element, owner: string): string {
    const id = element.getAttribute('resid') ?? '';
    const value = this.resources.get(id);
    if (value !== undefined) return value;
    this.fault(texts.manifest.unknownResource(owner, id));
    return '';
  }

  private onOwnOrigin(address: string): string {
    if (!URL.canParse(address)) {
      this.fault(texts.manifest.notAnAddress(address));
      return '';
    }
    const { href, pathname, search } = new URL(address);
    const folder = URL.canParse(this.source) ? new URL('./', this.source).href : '';
    const inFolder =
      folder && href.startsWith(folder) ? href.slice(folder.length) : pathname.slice(1) + search;
    return new URL(inFolder, this.base).href;
  }

  private fault(text: string): null {
    this.faults.push(text);
    return null;
  }
}

const elements = (parent: Document | Element, name: string): Element[] => [
  ...parent.getElementsByTagNameNS('*', name),
];
const children = (parent: Element, name: string): Element[] =>
  [...parent.children].filter((child) => child.localName === name);
