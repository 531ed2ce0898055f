/** The embedded workbook: a page that plays Excel for the add-in that manifest.xml describes. */
import './page/page.css';
import { bootGrid } from './grid/boot';
import { FONT, SHEET_DEFAULTS } from './grid/excelDefaults';
import { ChartView } from './page/drawings/chartView';
import { Addin } from './host/connection';
import { dataOf } from './objects/charts/chartData';
import { openBook } from './book/openBook';
import { showAlert } from './page/alert';
import { CellEdit } from './page/univer/cellEdit';
import { readManifest } from './page/ribbon/manifest';
import { letNameBoxReachFar } from './page/univer/nameBox';
import { paintOnce } from './page/univer/onePaint';
import { letTextRunOut } from './page/univer/overflow';
import { RibbonView } from './page/ribbon/ribbon';
import { ShapeView } from './page/drawings/shapeView';
import { TaskPane } from './page/taskPane';

const element = (id: string) => document.getElementById(id)!;

const pane = new TaskPane(element('pane'));
const ribbon = new RibbonView(element('ribbon'), {
  showPane: () => pane.show(),
  runFunction: (name, controlId) => addin.runCommand(name, controlId),
});

letTextRunOut();
paintOnce();
const { univer, workbook, api } = bootGrid(element('grid'), {
  id: 'book1',
  name: 'Book1',
  sheetOrder: ['{sheet1}'],
  sheets: { '{sheet1}': { ...SHEET_DEFAULTS, id: '{sheet1}', name: 'Sheet1' } },
  defaultStyle: { ff: FONT.name, fs: FONT.points },
});
const charts = new ChartView(
  api,
  () => book.grid,
  (record) => dataOf(book, record),
);
const cellEdit = new CellEdit(univer);
const { book, host } = openBook(univer, workbook, {
  charts,
  shapes: new ShapeView(() => book),
  refuse: showAlert,
  cellEditEnded: () => cellEdit.ended(),
});
const addin = new Addin(book, host);
letNameBoxReachFar(element('grid'), book.grid);

/** Found by the pane's page, which attaches itself before office.js loads there, and by tests. */
Object.assign(window, {
  __embeddedHost: {
    attach: (target: Window) => addin.attach(target),
    idle: () => addin.idle(),
    get batches() {
      return addin.batches;
    },
  },
});

const answer = await fetch('manifest.xml');
if (!answer.ok) ribbon.fault(`manifest.xml cannot be loaded: ${answer.status} ${answer.statusText}`);
const manifest = readManifest(await answer.text(), new URL('./', location.href).href);
ribbon.draw(manifest);
if (manifest.pane) pane.load(manifest.name, manifest.pane);
openWith();

/** Whoever opens the page first sees what the add-in does: the button that the page names is pressed; not with ?blank. */
function openWith(): void {
  const label = document.querySelector<HTMLMetaElement>('meta[name="open-with"]')?.content;
  if (!label || new URLSearchParams(location.search).has('blank')) return;
  element('ribbon')
    .querySelector<HTMLButtonElement>(`button[aria-label="${CSS.escape(label)}"]`)
    ?.click();
}
