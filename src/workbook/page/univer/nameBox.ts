/**
 * The name box is Univer's, and jumps only inside the present grid. A worksheet is larger than that: before an
 * address is jumped to, the grid is made to reach it.
 */
import { parseRect } from '../../addresses/a1';
import type { Grid } from '../../grid/grid';

export function letNameBoxReachFar(page: HTMLElement, grid: Grid): void {
  page.addEventListener(
    'keydown',
    ({ key, target }) => {
      if (
        key !== 'Enter' ||
        !(target instanceof HTMLInputElement) ||
        !target.closest('[data-u-comp="defined-name"]')
      )
        return;
      const wanted = parseRect(target.value.trim());
      const sheet = grid.workbook.getActiveSheet();
      if (wanted && sheet) grid.reach(sheet.getSheetId(), wanted.firstCell);
    },
    { capture: true },
  );
}
