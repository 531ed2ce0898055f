import { LANGUAGE } from '../texts/language';
import { outsideTexts } from '../texts/pane/outside';

/**
 * What this page shows where it has no workbook: opened as a web page, in another program of Office, or without office.js.
 * @param about a sentence or two on why
 */
export function showOutside(about: string): void {
  document.documentElement.lang = LANGUAGE;
  const link = element('a', outsideTexts.howToGetIn);
  link.href = 'help.html#install';
  const paragraph = document.createElement('p');
  paragraph.append(link);
  document
    .getElementById('root')!
    .replaceChildren(element('h1', outsideTexts.heading), element('p', about), paragraph);
}

function element<Name extends 'a' | 'h1' | 'p'>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
