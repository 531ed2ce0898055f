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
 *   documents/  keeps workbooks in this browser; of book/ it knows what a closed workbook is
 *   files/      a document as a workbook file (.xlsx) and back; loaded when first used
 *   page/       what surrounds the grid on the screen: ribbon, task pane, drawings; knows objects, documents and files, not
 *               book
 */
import './page/page.css';
import { parseRect } from './addresses/a1';
import { CurrentDocument } from './documents/currentDocument';
import { firstDocument } from './documents/firstDocument';
import { openDocument } from './documents/opening';
import { Addin } from './host/connection';
import { openOnScreen } from './openOnScreen';
import { showAlert } from './page/alert';
import { FileTab } from './page/file/fileTab';
import { KeptStateView } from './page/file/keptState';
import { WorkbookFiles } from './page/file/workbookFiles';
import { labelPage } from './page/frame';
import { HomeTab } from './page/home/homeTab';
import { goRoundByF6 } from './page/regions';
import { readManifest } from './page/ribbon/manifest';
import { RibbonView } from './page/ribbon/ribbon';
import { RibbonTabs } from './page/ribbon/tabs';
import { TaskPane } from './page/sidePane';
import { anotherSheetInFront, fitColumns, fitColumnsOf, holdPainting } from './page/univer/openingView';
import { lookUpCellsOnce } from './page/univer/cellsInPaint';
import { growGridForNameBox } from './page/univer/nameBox';
import { letButtonsKeepFocus } from './page/univer/buttonFocus';
import { nameControls } from './page/univer/names';
import { avoidSecondPaint } from './page/univer/singlePaint';
import { widenTextOverflow } from './page/univer/textOverflow';
import { texts } from './texts';

labelPage();

const element = (id: string) => document.getElementById(id)!;
letButtonsKeepFocus(element('grid'));

const pane = new TaskPane(element('pane'));
goRoundByF6(pane.frame);
const tabs = new RibbonTabs(element('ribbon'));
const ribbon = new RibbonView(element('ribbon'), tabs, {
  showPane: () => pane.show(),
  runFunction: (name, controlId) => addin.runCommand(name, controlId),
});

const manifestAnswer = fetch('manifest.xml');
widenTextOverflow();
avoidSecondPaint();
lookUpCellsOnce();
const opening = await openDocument(new URLSearchParams(location.search), () =>
  firstDocument(named('first-document')),
);
const firstSight = opening.isFirst ? parseRect(named('open-at') ?? '') : null;
const firstSheet = opening.document?.workbook.sheets?.[opening.document.activeSheet ?? ''];
if (firstSheet && firstSight) fitColumnsOf(firstSheet, element('grid'), firstSight);
const { book, host, betweenRequests, cellEdit, front } = await openOnScreen(
  element('grid'),
  opening,
  (text) => ribbon.fault(text),
);
element('opening').remove();
const { name } = opening.entry;
if (opening.address !== undefined) history.replaceState(history.state, '', opening.address);
const addin = new Addin(book, host);
growGridForNameBox(element('grid'), book.grid);
nameControls(element('grid'));

const home = new HomeTab({ grid: book.grid, showAlert, endCellEdit: () => cellEdit.end() });
const keptState = new KeptStateView(document.querySelector('.title-bar')!, {
  current: () => current,
  saveCopy: () => void files.saveCopy(),
});
const current: CurrentDocument = new CurrentDocument(opening, { book, betweenRequests }, (entry, state) =>
  keptState.show(entry.name, state),
);
const file = new FileTab(element('file'), { current, showAlert, close: () => tabs.back() });
tabs.add('File', texts.documents.tab, element('file'), () => file.shown());
tabs.add('Home', texts.home.tab, home.panel);
const files = new WorkbookFiles({
  book,
  current,
  betweenRequests,
  addin: () => manifest.addin,
  showAlert,
  endCellEdit: () => cellEdit.end(),
});
if (current.hasLibrary) file.addAction(texts.documents.open, () => files.choose());
file.addAction(texts.documents.saveCopy, () => files.saveCopy());
files.listen();
addin.copy = () => files.copy();
if (opening.notice !== undefined) showAlert(name, opening.notice);

// A click on the ribbon leaves the keyboard to the grid, as in Excel: Ctrl+Z goes on to work.
element('ribbon').addEventListener('mousedown', (event) => {
  if (!cellEdit.isOn && !(event.target instanceof HTMLInputElement)) event.preventDefault();
});
window.addEventListener(
  'keydown',
  (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
    event.preventDefault();
    event.stopPropagation();
    tabs.show('Home');
    home.find();
  },
  { capture: true },
);

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

const answer = await manifestAnswer;
if (!answer.ok) ribbon.fault(texts.manifest.notLoaded(answer.status, answer.statusText));
const manifest = readManifest(await answer.text(), new URL('./', location.href).href);
ribbon.draw(manifest);
// The pane's own page loads office.js at once; a copy of it that lets this page install its hooks before stands for it.
if (manifest.pane) pane.load(manifest.name, named('pane') ?? manifest.pane);
void openWith();
if (opening.problem !== undefined) {
  file.announce(opening.problem);
  tabs.show('File');
}

/** What the page says about itself under a name. */
function named(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}

/** Presses the button that the page names, so that a first visitor sees what the add-in does where no document shows it. */
async function openWith(): Promise<void> {
  const label = named('open-with');
  if (!label || !opening.isFirst || opening.document) return;
  const drawn = anotherSheetInFront(book.grid);
  element('ribbon')
    .querySelector<HTMLButtonElement>(`button[aria-label="${CSS.escape(label)}"]`)
    ?.click();
  if (!firstSight) return;
  await drawn;
  const paint = holdPainting(element('grid'), book.grid);
  try {
    await addin.idle();
    await fitColumns(element('grid'), book.grid, firstSight);
  } finally {
    paint();
  }
}
