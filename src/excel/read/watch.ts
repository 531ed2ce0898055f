import { inWorkbook } from '../context';

/** A change of cells that a person made (or Excel for them: paste, fill, undo), not the add-in itself. */
export interface Edit {
  readonly worksheetId: string;
  /** Without the sheet, e.g. "AD11:AF13". */
  readonly address: string;
  /** What was typed, when it is one cell and Excel says so. */
  readonly typed?: unknown;
  /** Cells were typed over. Otherwise they moved, because rows, columns or cells were inserted or deleted. */
  readonly typing: boolean;
  /** Somebody else did it, who works in the same workbook elsewhere; the add-in there answers. */
  readonly isRemote?: boolean;
  /** Told as a change of the add-in's own: an echo of its writing, or that a person undid or redid it. */
  readonly isOwn?: boolean;
}

export interface Watcher {
  edited(edit: Edit): void;
  /** The add-in itself wrote, or a person undid or redid what it had written: which, no page of Excel's says. */
  rewritten(edit: Edit): void;
  /** Cells moved without a person's doing: something else that runs where the add-in does inserted or deleted some. */
  moved(worksheetId: string): void;
  activated(worksheetId: string): void;
  deleted(worksheetId: string): void;
  /** Cells were selected: by a click, or by moving with the keyboard. */
  selected(worksheetId: string, address: string): void;
}

/** Sorting has events of its own; whether it is told of by onChanged, too, is not documented. */
type Sorted = Excel.WorksheetRowSortedEventArgs | Excel.WorksheetColumnSortedEventArgs;

/**
 * Tell the watcher what happens in the workbook from now on.
 * @param ignores says of a worksheet by its id that what happens there is nothing to be told
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
    worksheets.onDeleted.add(told((event) => watcher.deleted(event.worksheetId)));
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
  const at = { worksheetId, typing: isEdited, isRemote: event.source === 'Remote' };
  for (const address of event.address.split(',')) {
    watcher.edited({ ...at, address, typed: details?.valueAfter });
  }
}

function tellSorted(watcher: Watcher, { worksheetId, address, source }: Sorted): void {
  for (const area of address.split(','))
    watcher.edited({ worksheetId, address: area, typing: true, isRemote: source === 'Remote' });
}
