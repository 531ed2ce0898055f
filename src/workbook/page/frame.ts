/**
 * The texts of the page around the grid: index.html has none, so that all come from one catalogue.
 *
 * page/ is for what is on the screen beside Univer's grid. May import addresses/, grid/, host/, objects/ and texts.ts;
 * nothing but index.ts imports it.
 */
import { texts } from '../texts';

export function labelPage(): void {
  const { title, ribbon, worksheet, taskPane, closeTaskPane } = texts.page;
  document.documentElement.lang = texts.language;
  document.title = title(texts.names.workbook);
  part('.title').textContent = document.title;
  part('#ribbon').ariaLabel = ribbon;
  part('#grid').ariaLabel = worksheet;
  part('#pane').ariaLabel = taskPane;
  part('.pane-frame').title = taskPane;
  part('.pane-close').ariaLabel = part('.pane-close').title = closeTaskPane;
}

const part = (selector: string) => document.querySelector<HTMLElement>(selector)!;
