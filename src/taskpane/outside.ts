import { helpTexts } from '../texts/help';
import { LANGUAGE } from '../texts/language';

/**
 * What this page shows where it has no workbook: opened as a web page, in another program of Office, or without office.js.
 * @param about a sentence or two on why
 */
export function showOutside(about: string): void {
  document.documentElement.lang = LANGUAGE;
  const link = element('a', helpTexts.howToGetIn);
  link.href = 'help.html#install';
  const paragraph = document.createElement('p');
  paragraph.append(link);
  document
    .getElementById('root')!
    .replaceChildren(element('h1', helpTexts.outside), element('p', about), paragraph);
}

function element<Name extends 'a' | 'h1' | 'p'>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
