import { STEP } from '../../../src/addin/commands/train';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { documentOf } from '../../../src/workbook/book/document';
import { dataOf } from '../../../src/workbook/objects/charts/chartData';
import { comparable } from '../../workbook/support/comparableDocument';
import { opened, saved } from '../../workbook/support/workbookFiles';
import { quiet } from '../support/bridge';
import { openNotebook, reopen, type Sheet } from '../support/sheet';

/** Expects that a notebook is the same after it was saved to a file, closed and opened from it, and that it goes on alike. */
export async function throughFile(spec: NotebookSpec, work: (sheet: Sheet) => Promise<void>): Promise<void> {
  const first = await openNotebook(spec);
  await work(first);
  const { book } = first.excel;
  const before = contentOf(first);
  const { document, leftOut } = await opened(await saved(book), book);
  await first.session.perform(STEP);
  const after = afterJournal(contentOf(first));
  await first.session.idle(quiet);
  first.close();
  expect(leftOut).toEqual([]);

  const second = await reopen(document);
  expect(contentOf(second)).toEqual(before);
  await second.session.perform(STEP);
  expect(afterJournal(contentOf(second))).toEqual(after);
  second.close();
}

/** From where steps can be taken back: whoever opens a workbook begins a new journal beside what is kept there. */
const afterJournal = ({ xmlParts, ...others }: ReturnType<typeof contentOf>) => ({
  ...others,
  xmlParts: xmlParts.filter((part) => !JSON.stringify(part).includes('urn:cellvolution:journal')),
});

/** All that the workbook holds, and what its charts show. */
function contentOf({ excel: { book } }: Sheet) {
  return {
    ...(JSON.parse(JSON.stringify(comparable(documentOf(book)))) as ReturnType<typeof comparable>),
    shown: book.charts.all.map((chart) => dataOf(book, chart)),
  };
}
