/** Makes an element with a class and, if it has any, text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/**
 * Puts a text below a button, as its description. It is pressed where the text stands, too (page.css), but is not named by it.
 * @param button with an id
 */
export function describedBelow(button: HTMLElement, text: HTMLElement): HTMLElement {
  text.id = `${button.id}.Description`;
  button.setAttribute('aria-describedby', text.id);
  const both = make('div', 'described');
  both.setAttribute('role', 'none');
  both.append(button, text);
  return both;
}
