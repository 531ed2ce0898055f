/** Reports sorting. Univer only sorts rows; its undo of a sort is a different mutation. */
import type { IRange } from '@univerjs/core';
import { ReorderRangeMutation } from '@univerjs/sheets';
import { Rect } from '../addresses/rect';
import { rectOf } from '../grid/ranges';
import type { Book } from '../objects/book';

interface Reorder {
  readonly subUnitId: string;
  readonly range: IRange;
  /** For each row that changes place, the row that moves there. */
  readonly order: Readonly<Record<number, number>>;
}

export function watchSorts({ grid, events }: Book): void {
  grid.commands.onCommandExecuted((info) => {
    if (info.id !== ReorderRangeMutation.id) return;
    const { subUnitId, range, order } = info.params as Reorder;
    grid.calculation.markDirty(subUnitId, range);
    const moved = Object.entries(order).flatMap(([to, from]) =>
      Number(to) === from ? [] : [Number(to), from],
    );
    if (moved.length === 0) return;
    // "Only rows changed as a result of the sort operation are returned", Excel.WorksheetRowSortedEventArgs.address.
    const [first, last] = [Math.min(...moved), Math.max(...moved)];
    const { column, columns } = rectOf(range);
    events.sorted('rows', subUnitId, new Rect(first, column, last - first + 1, columns));
  });
}
