/**
 * Univer's name box jumps only inside the present grid, which is smaller than a worksheet: the grid is enlarged before it
 * jumps.
 */
import { parseRect } from '../../addresses/a1';
import type { Grid } from '../../grid/grid';

export function growGridForNameBox(page: HTMLElement, grid: Grid): void {
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
