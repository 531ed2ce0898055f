/**
 * The embedded workbook: a page that plays Excel for the add-in that manifest.xml describes. It knows nothing of
 * convolution, imports nothing from the other rooms, and none of them imports it. Its floors, from the ground up; each
 * may import those above it in this list:
 *
 *   texts.ts    all texts on the screen
 *   behaviour/  what Excel is not certain to do, or does not do everywhere: a table of switches
 *   addresses/  rectangles of cells, and how they are written: pure
 *   grid/       Univer, made to behave as Excel's grid does: cells, calculation, changes
 *   host/       the two hooks of office.js and what travels over them; knows neither grid nor Excel class, imports no floor
 *   objects/    Excel's object model over grid and host, a folder for each kind of object
 *   book/       puts a workbook together from all that, and connects its parts
 *   page/       what surrounds the grid on the screen: ribbon, task pane, drawings; knows objects, not book
 */
import './page/page.css';
import { type Behaviour, STRICT, behaviourFrom } from './behaviour/behaviour';
import { openBook } from './book/openBook';
import { bootGrid } from './grid/boot';
import { FONT, SHEET_DEFAULTS } from './grid/excelDefaults';
import { Addin } from './host/connection';
import { dataOf } from './objects/charts/chartData';
import { showAlert } from './page/alert';
import { ChartView } from './page/drawings/chartView';
import { ShapeView } from './page/drawings/shapeView';
import { labelPage } from './page/frame';
import { readManifest } from './page/ribbon/manifest';
import { RibbonView } from './page/ribbon/ribbon';
import { TaskPane } from './page/sidePane';
import { CellEdit } from './page/univer/cellEdit';
import { growGridForNameBox } from './page/univer/nameBox';
import { avoidSecondPaint } from './page/univer/singlePaint';
import { widenTextOverflow } from './page/univer/textOverflow';
import { texts } from './texts';

labelPage();

const element = (id: string) => document.getElementById(id)!;

const pane = new TaskPane(element('pane'));
const ribbon = new RibbonView(element('ribbon'), {
  showPane: () => pane.show(),
  runFunction: (name, controlId) => addin.runCommand(name, controlId),
});

widenTextOverflow();
avoidSecondPaint();
const { univer, workbook, api } = bootGrid(element('grid'), {
  id: 'book1',
  name: texts.names.workbook,
  sheetOrder: ['{sheet1}'],
  sheets: { '{sheet1}': { ...SHEET_DEFAULTS, id: '{sheet1}', name: texts.names.sheet(1) } },
  defaultStyle: { ff: FONT.name, fs: FONT.points },
});
const charts = new ChartView(
  api,
  () => book.grid,
  (record) => dataOf(book, record),
);
const front = { isOurs: true };
const around = {
  charts,
  shapes: new ShapeView(() => book),
  showAlert,
  cellEdit: new CellEdit(univer),
  front,
};
const { book, host } = openBook(univer, workbook, around, chosenBehaviour());
const addin = new Addin(book, host);
growGridForNameBox(element('grid'), book.grid);

// A click on the ribbon leaves the keyboard to the grid, as in Excel: Ctrl+Z goes on to work.
element('ribbon').addEventListener('mousedown', (event) => {
  if (!around.cellEdit.isOn) event.preventDefault();
});

/** For the pane's page, which installs the hooks before office.js loads there, and for tests. */
Object.assign(window, {
  __embeddedHost: {
    attach: (target: Window) => addin.attach(target),
    idle: () => addin.idle(),
    /** There is only one workbook on this page; set this to pretend that another one is in front. */
    front,
    get batches() {
      return addin.batches;
    },
  },
});

const answer = await fetch('manifest.xml');
if (!answer.ok) ribbon.fault(texts.manifest.notLoaded(answer.status, answer.statusText));
const manifest = readManifest(await answer.text(), new URL('./', location.href).href);
ribbon.draw(manifest);
if (manifest.pane) pane.load(manifest.name, manifest.pane);
openWith();

/** The behaviour in the page's address after `?behaviour=`; if it is invalid, the ribbon shows why. */
function chosenBehaviour(): Behaviour {
  try {
    return behaviourFrom(new URLSearchParams(location.search).get('behaviour') ?? '');
  } catch (error) {
    ribbon.fault(String(error));
    return STRICT;
  }
}

/**
 * Presses the button that the page names, so that a first visitor sees what the add-in does; not with ?blank.
 */
function openWith(): void {
  const label = document.querySelector<HTMLMetaElement>('meta[name="open-with"]')?.content;
  if (!label || new URLSearchParams(location.search).has('blank')) return;
  element('ribbon')
    .querySelector<HTMLButtonElement>(`button[aria-label="${CSS.escape(label)}"]`)
    ?.click();
}
