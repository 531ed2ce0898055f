/** In the title bar: the document's name, whether it is kept, and what to do if it is not. */
import type { CurrentDocument, DocumentState } from '../../documents/currentDocument';
import { texts } from '../../texts';
import { make } from '../element';

interface Remedies {
  readonly current: () => CurrentDocument;
  /** Saves a copy as a file. */
  readonly saveCopy: () => void;
}

export class KeptStateView {
  private readonly line = make('p', 'kept-state');
  private readonly keepCopy = make('button', 'kept-copy', texts.documents.keepCopy);
  private readonly saveCopy = make('button', 'kept-copy', texts.documents.saveCopy);

  /** @param bar the title bar */
  constructor(
    private readonly bar: HTMLElement,
    { current, saveCopy }: Remedies,
  ) {
    this.line.setAttribute('role', 'status');
    this.keepCopy.addEventListener('click', () => void current().keepCopy());
    this.saveCopy.addEventListener('click', () => saveCopy());
    for (const button of [this.keepCopy, this.saveCopy]) {
      button.type = 'button';
      button.hidden = true;
    }
    bar.append(this.line, this.keepCopy, this.saveCopy);
  }

  show(name: string, state: DocumentState): void {
    document.title = texts.page.title(name);
    this.bar.querySelector('.title')!.textContent = document.title;
    const text = textOf(state);
    if (this.line.textContent !== text) this.line.textContent = text;
    this.line.classList.toggle('kept-not', ['elsewhere', 'failed', 'unreadable'].includes(state.kind));
    this.keepCopy.hidden = state.kind !== 'elsewhere';
    this.saveCopy.hidden = state.kind !== 'failed';
  }
}

function textOf(state: DocumentState): string {
  const words = texts.documents.state;
  return state.kind === 'failed' ? words.failed(state.reason) : words[state.kind];
}
