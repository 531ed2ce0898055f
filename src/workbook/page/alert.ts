/** A modal message. */
import { texts } from '../texts';
import { make } from './element';

export function showAlert(title: string, message: string): void {
  const dialog = make('dialog', 'alert');
  const heading = make('h2', 'alert-title', title);
  const text = make('p', 'alert-message', message);
  const close = make('button', 'alert-close', texts.alert.close);
  heading.id = 'alert-title';
  text.id = 'alert-message';
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.setAttribute('aria-describedby', text.id);
  dialog.append(heading, text, close);
  close.addEventListener('click', () => dialog.close());
  // Keeps keys from the grid behind it.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}
