/**
 * Univer's controls around the grid have no names, roles that do not exist, or a place in the order of the Tab key before
 * everything else. What assistive tools need is added from outside, and again whenever Univer draws them anew.
 */
import { texts } from '../../texts';

const { univer } = texts.page;

/** What an element that matches a selector is to have; null takes the attribute away. */
const ATTRIBUTES: readonly (readonly [string, Readonly<Record<string, string | null>>])[] = [
  ['[data-u-comp="defined-name"] input', { 'aria-label': univer.nameBox }],
  ['[data-u-comp="defined-name"] a', { 'aria-label': univer.names, role: 'button', tabindex: '0' }],
  [':not([aria-haspopup]) > [data-u-comp="sheet-bar-append-button"]', { 'aria-label': univer.newSheet }],
  ['div[aria-haspopup="menu"] > button', { 'aria-label': univer.allSheets, 'aria-haspopup': 'menu' }],
  // Its menu belongs to the button in it.
  ['div[data-slot="dropdown-menu-trigger"]', { 'aria-expanded': null }],
  // Escape and Enter do the same, so they need no place in the order of the Tab key.
  ...[univer.cancel, univer.enter, univer.insertFunction].map(
    (name, index) =>
      [
        `[data-u-comp="formula-bar"] span:nth-child(${index + 1}):has(> svg)`,
        { role: 'button', 'aria-label': name, title: name, tabindex: '-1' },
      ] as const,
  ),
  ['[data-u-command="sheet.command.toggle-gridlines"]', { 'aria-label': univer.gridlines }],
  [
    'button:has(+ div > [role="track"]), [data-zoom="out"]',
    { 'aria-label': univer.zoomOut, 'data-zoom': 'out' },
  ],
  [
    'div:has(> [role="track"]) + button, [data-zoom="in"]',
    { 'aria-label': univer.zoomIn, 'data-zoom': 'in' },
  ],
  // The slider is for the mouse; the buttons beside it, and the menu, do the same.
  ['[role="track"] > *', { role: null, tabindex: '-1' }],
  ['[role="track"]', { role: null, 'aria-hidden': 'true' }],
  ['canvas[tabindex="1"]', { tabindex: '-1' }],
  ['[id^="univer-sheet-main-canvas"]', { role: 'img', 'aria-label': univer.cells }],
  ['[data-u-comp="editor"]', { role: 'textbox', 'aria-label': univer.selectedCell }],
];

/** @param page where Univer is */
export function nameControls(page: HTMLElement): void {
  const name = () => ATTRIBUTES.forEach(([selector, attributes]) => setAll(page, selector, attributes));
  name();
  new MutationObserver(name).observe(page, {
    subtree: true,
    childList: true,
    attributeFilter: ['aria-expanded', 'tabindex', 'role'],
  });
}

function setAll(
  page: HTMLElement,
  selector: string,
  attributes: Readonly<Record<string, string | null>>,
): void {
  for (const element of page.querySelectorAll(selector)) {
    for (const [attribute, value] of Object.entries(attributes)) {
      // Setting what is set already would be a change, too.
      if (element.getAttribute(attribute) === value) continue;
      if (value === null) element.removeAttribute(attribute);
      else element.setAttribute(attribute, value);
    }
  }
}
