/**
 * The texts of the page around the grid: all come from one catalogue, those in index.html when the pages are built.
 *
 * page/ is for what is on the screen beside Univer's grid. May import addresses/, grid/, host/, objects/, documents/,
 * files/, of book/ what a closed workbook is, and texts.ts; nothing but index.ts imports it.
 */
import { texts } from '../texts';

export function labelPage(): void {
  const { title, ribbon, worksheet, taskPane, closeTaskPane, paneWidth } = texts.page;
  document.documentElement.lang = texts.language;
  document.title = title(texts.names.workbook);
  part('.title').textContent = document.title;
  part('#ribbon').ariaLabel = ribbon;
  part('#grid').ariaLabel = worksheet;
  part('#pane').ariaLabel = taskPane;
  part('.pane-frame').title = taskPane;
  part('.pane-edge').ariaLabel = paneWidth;
  part('.pane-close').ariaLabel = part('.pane-close').title = closeTaskPane;
}

const part = (selector: string) => document.querySelector<HTMLElement>(selector)!;
