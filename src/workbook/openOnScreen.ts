/** Opens a document in the grid of the page, with everything around it. */
import type { IWorkbookData } from '@univerjs/core';
import { type Behaviour, STRICT, behaviourFrom } from './behaviour/behaviour';
import { openBook } from './book/openBook';
import { addressWithout, type Opening } from './documents/opening';
import { bootGrid } from './grid/boot';
import { FONT, SHEET_DEFAULTS } from './grid/excelDefaults';
import type { Book } from './objects/book';
import { dataOf } from './objects/charts/chartData';
import { showAlert } from './page/alert';
import { ChartView } from './page/drawings/chartView';
import { ShapeView } from './page/drawings/shapeView';
import { CellEdit } from './page/univer/cellEdit';
import { texts } from './texts';

/**
 * @param container where the grid is
 * @param fault shows what is wrong with the page's address
 */
export async function openOnScreen(
  container: HTMLElement,
  opening: Opening,
  fault: (text: string) => void,
): Promise<Opened> {
  const behaviour = chosenBehaviour(fault);
  try {
    return open(container, opening, behaviour);
  } catch (error) {
    if (!opening.document) throw error;
    console.warn(error);
    // What has been made of the page by then is of no use: it is loaded anew, without the document.
    location.replace(addressWithout(opening.entry.id));
    return new Promise(() => undefined);
  }
}

type Opened = ReturnType<typeof open>;

function open(container: HTMLElement, { entry: { name }, document }: Opening, behaviour: Behaviour) {
  const { univer, workbook, api } = bootGrid(
    container,
    document ? { ...document.workbook, name } : newBook(name),
  );
  const charts = new ChartView(
    api,
    () => book.grid,
    (record) => dataOf(book, record),
  );
  const front = { isOurs: true };
  const shapes = new ShapeView(() => book);
  const around = { charts, shapes, showAlert, cellEdit: new CellEdit(univer), front };
  const opened = openBook(univer, workbook, around, behaviour, document ?? undefined);
  const book: Book = opened.book;
  return { ...opened, ...around };
}

function newBook(name: string): Partial<IWorkbookData> {
  return {
    id: 'book1',
    name,
    sheetOrder: ['{sheet1}'],
    sheets: { '{sheet1}': { ...SHEET_DEFAULTS, id: '{sheet1}', name: texts.names.sheet(1) } },
    defaultStyle: { ff: FONT.name, fs: FONT.points },
  };
}

/** The behaviour in the page's address after `?behaviour=`; the strict one if that is invalid. */
function chosenBehaviour(fault: (text: string) => void): Behaviour {
  try {
    return behaviourFrom(new URLSearchParams(location.search).get('behaviour') ?? '');
  } catch (error) {
    fault(String(error));
    return STRICT;
  }
}
