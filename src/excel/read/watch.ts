import { inWorkbook } from '../context';

/** A change of cells by the user (also by paste, fill or undo), not by the add-in. */
export interface Edit {
  readonly worksheetId: string;
  /** Without the sheet, e.g. "AD11:AF13". */
  readonly address: string;
  /** The new value, if it is a single cell and Excel reports it. */
  readonly typed?: unknown;
  /**
   * Whether contents changed. Otherwise cells moved, because rows, columns or cells were inserted or deleted.
   */
  readonly typing: boolean;
  /** What was done to rows or columns, whole ones or parts of them. */
  readonly deed?: 'inserted' | 'deleted';
  /** Whether a co-author elsewhere made it; the add-in there answers it. */
  readonly isRemote?: boolean;
  /**
   * When it was told, as `performance.now`, if all that the add-in had written into these cells had been told before: none
   * of that has gone over it.
   */
  readonly settledAt?: number;
  /** Whether Excel reports it as the add-in's own: the echo of a write, or the user's undo or redo of one. */
  readonly isOwn?: boolean;
}

export interface Watcher {
  edited(edit: Edit): void;
  /** The add-in itself wrote, or the user undid or redid such a write; Excel does not document which event tells. */
  rewritten(edit: Edit): void;
  /** Cells moved, but not by the user: another add-in or script inserted or deleted some. */
  moved(worksheetId: string): void;
  activated(worksheetId: string): void;
  /** @param isRemote whether a co-author elsewhere deleted it */
  deleted(worksheetId: string, isRemote: boolean): void;
  /** Cells were selected, by mouse or keyboard. */
  selected(worksheetId: string, address: string): void;
}

/** Sorting has its own events; it is not documented whether onChanged reports it as well. */
type Sorted = Excel.WorksheetRowSortedEventArgs | Excel.WorksheetColumnSortedEventArgs;

/**
 * Reports what happens in the workbook to the watcher, from now on.
 *
 * @param ignores whether events of the worksheet with an id are not to be reported
 */
export async function watch(
  watcher: Watcher,
  ignores: (worksheetId: string) => boolean = () => false,
): Promise<void> {
  await inWorkbook(async (context) => {
    const { worksheets } = context.workbook;
    const told =
      <Event extends { readonly worksheetId: string }>(tell: (event: Event) => void) =>
      async (event: Event) => {
        if (!ignores(event.worksheetId)) tell(event);
      };
    worksheets.onChanged.add(told((event) => tellChange(watcher, event)));
    worksheets.onRowSorted.add(told((event) => tellSorted(watcher, event)));
    worksheets.onColumnSorted.add(told((event) => tellSorted(watcher, event)));
    worksheets.onActivated.add(told((event) => watcher.activated(event.worksheetId)));
    worksheets.onDeleted.add(
      told(({ worksheetId, source }) => watcher.deleted(worksheetId, source === 'Remote')),
    );
    worksheets.onSelectionChanged.add(told((event) => watcher.selected(event.worksheetId, event.address)));
    await context.sync();
  });
}

function tellChange(watcher: Watcher, event: Excel.WorksheetChangedEventArgs): void {
  const { worksheetId, details } = event;
  const isEdited = event.changeType === 'RangeEdited';
  // The add-in's own writes come back as events, too.
  if (event.triggerSource === 'ThisLocalAddin') {
    if (!isEdited) watcher.moved(worksheetId);
    else
      for (const address of event.address.split(','))
        watcher.rewritten({ worksheetId, address, typing: true, isOwn: true });
    return;
  }
  const deed = event.changeType.endsWith('Inserted')
    ? 'inserted'
    : event.changeType.endsWith('Deleted')
      ? 'deleted'
      : undefined;
  const at = { worksheetId, typing: isEdited, deed, isRemote: event.source === 'Remote' } as const;
  for (const address of event.address.split(',')) {
    watcher.edited({ ...at, address, typed: details?.valueAfter });
  }
}

function tellSorted(watcher: Watcher, { worksheetId, address, source }: Sorted): void {
  for (const area of address.split(','))
    watcher.edited({ worksheetId, address: area, typing: true, isRemote: source === 'Remote' });
}
