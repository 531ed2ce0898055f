/**
 * Makes an Excel workbook from a Univer workbook: Excel objects on one side, listeners to the grid on the
 * other.
 *
 * book/ assembles a workbook and connects its parts by their events. May import every floor but page/.
 */
import type { Univer, Workbook as UniverWorkbook } from '@univerjs/core';
import { type Behaviour, STRICT } from '../behaviour/behaviour';
import { THIS_CLIENT } from '../grid/clients';
import { Grid } from '../grid/grid';
import { cachePaintLookups } from '../grid/paintLookups';
import { showFormatColours } from '../grid/formatColours';
import { keepRowHeights } from '../grid/rowHeights';
import { watchRuleShifts } from '../grid/ruleShift';
import { refusalInCellEdit } from '../host/cellEdit';
import type { Host } from '../host/executor';
import { refusalInBackground } from '../host/inactiveWorkbook';
import { References } from '../host/references';
import type { Book } from '../objects/book';
import { ChartStore } from '../objects/charts/store';
import { readPastedText, readTypedText } from '../objects/cells/typedText';
import { conditionalRules } from '../objects/conditionalFormats/rules';
import { Events } from '../objects/events';
import { keepShapesWithCells } from '../objects/shapes/anchors';
import { calculateName, calculateNames } from '../objects/names/formulaValues';
import { NamedItem, NamedItemCollection } from '../objects/names/namedItem';
import { Protection } from '../objects/protection/protection';
import { refuseOnProtectedSheets } from '../objects/protection/personRefusals';
import { refusalOfChange } from '../objects/protection/refusals';
import { ShapeStore } from '../objects/shapes/store';
import { nameBlankColumns, nameColumns } from '../objects/tables/headers';
import { paintTable } from '../objects/tables/paint';
import { TableStore } from '../objects/tables/store';
import { Table } from '../objects/tables/table';
import { forgetGoneSheets } from '../objects/validation/goneSheets';
import { revalidate } from '../objects/validation/store';
import { validateTypedEntries } from '../objects/validation/typedEntries';
import { servicesOf } from '../objects/workbook/services';
import { Workbook } from '../objects/workbook/workbook';
import { AddinUndo } from './addinUndo';
import { MODEL } from './model';
import { type DocumentData, restore } from './document';
import { Turns } from './turns';
import type { UserInterface } from './userInterface';
import { tellChange, watchCells } from './watchCells';
import { watchSelection } from './watchSelection';
import { watchSheets } from './watchSheets';
import { watchSorts } from './watchSorts';

export interface OpenedBook {
  readonly book: Book;
  readonly host: Host;
  /** What serves the add-in of a co-author, who has the same workbook open in a client with another number. */
  readonly hostFor: (client: number) => Host;
  /** Does something while no request is under way, so that none of them is seen half done. */
  readonly betweenRequests: <Result>(work: () => Result) => Promise<Result>;
}

/** @param document what the Univer workbook was made from, where it is not a new one */
export function openBook(
  univer: Univer,
  workbook: UniverWorkbook,
  ui: UserInterface,
  behaviour: Behaviour = STRICT,
  document?: DocumentData,
): OpenedBook {
  const grid = new Grid(univer, workbook);
  const charts = new ChartStore(ui.charts);
  const tables = new TableStore({
    paint: (table, from) => paintTable(grid, table, from),
    nameColumns: ({ id }, written) => nameColumns(new Table(book, id), written),
    nameBlankColumns: ({ id }) => nameBlankColumns(new Table(book, id)),
    resized: ({ sheetId, area }, before) => charts.followTable(sheetId, before, area),
    added: (table) => book.events.tableAdded(table),
    deleted: (table) => book.events.tableDeleted(table),
  });
  const shapes = new ShapeStore(ui.shapes);
  const book: Book = {
    grid,
    events: new Events(
      (sheetId, area) => tables.touching(sheetId, area).map(({ id }) => id),
      () => settled(grid),
      behaviour,
      () => grid.clientAtWork,
    ),
    settings: new Map(),
    xmlParts: new Map(),
    startup: { state: 'Inactive' },
    protection: new Protection(),
    tables,
    charts,
    shapes,
    name: workbook.name,
    behaviour,
  };
  grid.calculation.isManualForPerson = () => behaviour.calculation === 'manual';
  grid.formattedByContent = (sheetId) => conditionalRules(grid, sheetId).ranges();
  grid.contentWritten = (...written) => revalidate(grid, ...written);
  const references = new References();
  watchCells(book, references);
  watchRuleShifts(grid);
  keepRowHeights(grid);
  showFormatColours(grid);
  cachePaintLookups(grid);
  keepShapesWithCells(grid, shapes);
  watchSheets(book);
  watchSorts(book);
  watchSelection(book);
  readTypedText(book, ui.showAlert);
  readPastedText(book);
  validateTypedEntries(book, ui.showAlert);
  refuseOnProtectedSheets(book, ui.showAlert);
  forgetGoneSheets(grid);
  if (document) restore(book, document);
  const undo = new AddinUndo(grid, behaviour, (change) => tellChange(book, change));
  const turns = new Turns();
  const hostFor = (client: number) => hostOf(book, references, undo, ui, { client, turns });
  return { book, host: hostFor(THIS_CLIENT), hostFor, betweenRequests: (work) => turns.between(work) };
}

interface Serving {
  /** The client of Excel whose add-in is served. */
  readonly client: number;
  readonly turns: Turns;
}

function hostOf(
  book: Book,
  references: References,
  undo: AddinUndo,
  { cellEdit, front }: UserInterface,
  { client, turns }: Serving,
): Host {
  const { grid } = book;
  const isHere = client === THIS_CLIENT;
  let endTurn: () => void = () => undefined;
  /** A person may type into a cell for long; as long as a request has changed nothing, the workbook is kept meanwhile. */
  const editEnded = (hasChanged: boolean) =>
    cellEdit.isOn && !hasChanged ? turns.lend(cellEdit.ended()) : cellEdit.ended();
  return {
    root: new Workbook(book),
    model: MODEL,
    references,
    services: servicesOf(book),
    refusalOf: (flags) => (cellEdit.isOn && isHere ? refusalInCellEdit(book.behaviour, flags) : null),
    refusalOfCall: (className, method) =>
      front.isOurs || !isHere ? null : refusalInBackground(book.behaviour, className, method),
    refusalOfChange: (target, member) => refusalOfChange(book, target, member),
    async beforeBatch() {
      await cellEdit.ended();
      endTurn = await turns.take();
      // The user's last edit is calculated before the add-in changes anything.
      await settled(grid);
      while (cellEdit.isOn) {
        await editEnded(false);
        await settled(grid);
      }
      await book.events.hold();
      grid.clients.ofAddin = client;
      undo.begin();
    },
    wrote: () => undo.wrote(),
    async beforeRead(target, hasChanged) {
      await editEnded(hasChanged);
      grid.flush();
      await settled(grid);
      if (target instanceof NamedItem) await calculateName(grid, target.scope, target.id);
      else if (target instanceof NamedItemCollection) await calculateNames(grid, target.scope);
    },
    async afterBatch() {
      // The user may have begun to type meanwhile; writing now would end the edit.
      await cellEdit.ended();
      grid.flush();
      undo.end();
      await settled(grid);
      grid.clients.ofAddin = THIS_CLIENT;
      await book.events.release();
      endTurn();
    },
  };
}

/** Resolves when everything is calculated that Excel would have calculated by now. */
async function settled({ calculation }: Grid): Promise<void> {
  // Also waits for a calculation that an edit has started.
  if (!calculation.manual) await calculation.run();
}
