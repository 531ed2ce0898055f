/**
 * The tab File: what can be done with documents as a whole, over the worksheet as Excel's backstage is.
 *
 * file/ may import documents/, files/, book/document.ts, objects/ and page/'s elements.
 */
import type { CurrentDocument } from '../../documents/currentDocument';
import { type DocumentEntry, LibraryError } from '../../documents/library';
import { addressOf } from '../../documents/opening';
import { texts } from '../../texts';
import { describedBelow, make } from '../element';

const words = texts.documents;

interface FileSurroundings {
  readonly current: CurrentDocument;
  readonly showAlert: (title: string, message: string) => void;
  /** Goes back to the worksheet. */
  readonly close: () => void;
}

export class FileTab {
  private readonly actions = make('div', 'file-actions');
  private readonly notice = make('p', 'file-notice');
  private readonly list = make('ul', 'file-list');
  /** What the tab is to say when it is shown next. */
  private announcement = '';

  constructor(
    panel: HTMLElement,
    private readonly around: FileSurroundings,
  ) {
    this.actions.setAttribute('role', 'group');
    this.actions.ariaLabel = words.actions;
    this.list.ariaLabel = words.list;
    this.notice.setAttribute('role', 'status');
    this.notice.tabIndex = -1;
    const documents = make('div', 'file-documents');
    documents.append(make('h2', 'file-heading', words.heading), this.notice, this.list);
    panel.append(this.actions, documents);
    if (around.current.hasLibrary)
      this.addAction(words.new, async () => this.go(await around.current.create()));
    const closeOnEscape = ({ key }: KeyboardEvent) => key === 'Escape' && around.close();
    panel.addEventListener('keydown', (event) => {
      // What is typed here is not for the grid.
      event.stopPropagation();
      closeOnEscape(event);
    });
    window.addEventListener('keydown', (event) => !panel.hidden && closeOnEscape(event));
  }

  addAction(label: string, action: () => void | Promise<void>): void {
    this.actions.append(this.button('file-action', label, label, action));
  }

  /** Says something when the tab is shown next, e.g. why it is. */
  announce(text: string): void {
    this.announcement = text;
  }

  /** Called whenever the tab comes to the front. */
  shown(): void {
    this.notice.replaceChildren(this.announcement);
    // Nobody has pressed the tab then: the keyboard is elsewhere.
    if (this.announcement !== '') this.notice.focus();
    this.announcement = '';
    void this.attempt(() => this.refresh());
  }

  private async refresh(): Promise<void> {
    const { current } = this.around;
    const entries = await current.list();
    this.list.replaceChildren(...entries.map((entry) => this.row(entry)));
    if (!current.hasLibrary) this.notice.textContent = words.state.trial;
  }

  /** What the browser does not let be done is said above the list. */
  private async attempt(action: () => void | Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
      this.notice.textContent = words.notDone(error.message);
    }
  }

  private row(entry: DocumentEntry): HTMLElement {
    const row = make('li', 'file-row');
    const { name, changed, sheets } = entry;
    const isOpen = entry.id === this.around.current.entry.id;
    const open = this.button('file-open', name, name, () =>
      isOpen ? this.around.close() : this.go(addressOf(entry.id)),
    );
    if (isOpen) open.setAttribute('aria-current', 'true');
    const details = words.details(new Date(changed), Math.max(1, sheets.length));
    open.id = `file.${entry.id}`;
    const about = make('span', 'file-details', isOpen ? `${details}, ${words.isOpen}` : details);
    row.append(
      describedBelow(open, about),
      this.button('file-small', words.renameShort, words.rename(name), () => this.askName(row, entry)),
      this.button('file-small', words.duplicateShort, words.duplicate(name), () => this.duplicate(entry)),
      this.button('file-small', words.deleteShort, words.delete(name), () => this.delete(entry)),
    );
    return row;
  }

  private async duplicate(entry: DocumentEntry): Promise<void> {
    await this.around.current.duplicate(entry);
    await this.refresh();
    this.focus(words.duplicate(entry.name));
  }

  private async delete(entry: DocumentEntry): Promise<void> {
    if (!(await this.around.current.delete(entry))) {
      this.around.showAlert(words.deleteShort, words.openElsewhere(entry.name));
      return;
    }
    await this.refresh();
    const undo = this.button('file-small', words.undo, words.undo, async () => {
      await this.around.current.restore(entry);
      this.notice.replaceChildren();
      await this.refresh();
      this.focus(entry.name);
    });
    this.notice.replaceChildren(words.deleted(entry.name), ' ', undo);
    undo.focus();
  }

  /** A field in place of the row: Enter takes the name, Escape leaves the old one. */
  private askName(row: HTMLElement, entry: DocumentEntry): void {
    const field = make('input', 'file-name');
    field.value = entry.name;
    field.ariaLabel = words.newName(entry.name);
    const finish = async (name: string) => {
      if (name !== '' && name !== entry.name) await this.around.current.rename(entry, name);
      await this.refresh();
      this.focus(words.rename(name || entry.name));
    };
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.stopPropagation();
      void this.attempt(() => finish(event.key === 'Enter' ? field.value.trim() : entry.name));
    });
    row.replaceChildren(field);
    field.focus();
    field.select();
  }

  private focus(label: string): void {
    const found = [...this.list.querySelectorAll('button')].find(
      (each) => each.getAttribute('aria-label') === label,
    );
    found?.focus();
  }

  private go(address: string): void {
    location.href = address;
  }

  private button(
    className: string,
    text: string,
    label: string,
    action: () => void | Promise<void>,
  ): HTMLButtonElement {
    const made = make('button', className, text);
    made.type = 'button';
    made.setAttribute('aria-label', label);
    made.addEventListener('click', () => void this.attempt(action));
    return made;
  }
}
