import { toA1 } from '../../../notebook/sheet/address';
import { TYPED, type ModelFields, type TypedRow } from '../../../notebook/model/columns';
import {
  ACTIVATION_WORDS,
  INITIALISER_WORDS,
  LAYER_WORDS,
  LOSS_WORDS,
  PADDING_WORDS,
} from '../../../notebook/model/words';
import { COLUMNS, FIELDS, nameOf, TOTALS, type Heading } from './modelSheet';
import { addSheets } from '../../front';
import { wordCell } from '../../write/cellValue';
import { setFormat } from '../../write/subRange';
import { offerWords, styleTyped } from '../../write/style';
import { modelSheetTexts } from '../../../texts/excel/model';

/** Zero-based: the first of the fields, and the headings of the table. */
const FIELD_ROW = 3;
const HEADING_ROW = FIELD_ROW + FIELDS.length + 1;
/** Blank rows at the end of a new table, for more layers. */
const SPARE_ROWS = 4;
/** Kinds and names of the layers stay in view. */
const FROZEN_COLUMNS = 2;
/** In points: of the headings, which have two lines; and of the columns. */
const HEADING_HEIGHT = 30;
const WIDTHS = [154, 140, 94, 49, 45, 60, 53, 79, 98, 105, 113, 113, 81, 139, 86, 315];

/**
 * Draws a model table on a new sheet and activates it. @returns the sheet's id
 */
export async function drawModel(
  context: Excel.RequestContext,
  name: string,
  fields: ModelFields,
  rows: readonly TypedRow[],
  imageWords: readonly string[],
): Promise<string> {
  const [sheet] = addSheets(context, [{ name, frozen: { rows: HEADING_ROW + 1, columns: FROZEN_COLUMNS } }]);
  sheet.load('id');
  drawHead(sheet);
  drawFields(sheet, fields, imageWords);
  drawTable(sheet, rows);
  sheet.activate();
  await context.sync();
  return sheet.id;
}

function drawHead(sheet: Excel.Worksheet): void {
  sheet.showGridlines = false;
  WIDTHS.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = width;
  });
  const head = sheet.getRange('A1');
  head.values = [[modelSheetTexts.title]];
  head.format.font.bold = true;
  head.format.font.size = 14;
  sheet.getRange('A2').values = [[modelSheetTexts.note]];
}

function drawFields(sheet: Excel.Worksheet, fields: ModelFields, imageWords: readonly string[]): void {
  sheet.getRangeByIndexes(FIELD_ROW, 0, FIELDS.length, 2).values = FIELDS.map((field) => [
    field,
    // An image set may be called 1-2 or +x, which Excel would take for a date or a formula.
    typeof fields[field] === 'string' ? wordCell(fields[field]) : fields[field],
  ]);
  FIELDS.forEach((field, index) => {
    const cell = sheet.getRangeByIndexes(FIELD_ROW + index, 1, 1, 1);
    sheet.names.add(nameOf(field), cell);
    cell.format.horizontalAlignment = 'Left';
    styleTyped(cell);
    if (field === 'Images') offerWords(cell, imageWords);
    if (field === 'Loss') offerWords(cell, LOSS_WORDS);
  });
  const totals = sheet.getRangeByIndexes(FIELD_ROW, 3, 3, 3);
  sheet.names.add(TOTALS, totals);
  setFormat(totals, '#,##0');
}

function drawTable(sheet: Excel.Worksheet, rows: readonly TypedRow[]): void {
  const count = rows.length + SPARE_ROWS;
  const body = sheet.getRangeByIndexes(HEADING_ROW + 1, 0, count, TYPED.length);
  // As text, since Excel would take a kernel such as 3-3 for a date.
  setFormat(sheet.getRangeByIndexes(HEADING_ROW + 1, TYPED.indexOf('Kernel'), count, 1), '@');
  sheet.getRangeByIndexes(HEADING_ROW, 0, 1, COLUMNS.length).values = [[...COLUMNS]];
  body.values = Array.from({ length: count }, (_, row) => TYPED.map((column) => rows[row]?.[column] ?? ''));
  const table = sheet.tables.add(
    toA1({ row: HEADING_ROW, column: 0, rows: count + 1, columns: COLUMNS.length }),
    true,
  );
  table.style = 'TableStyleLight1';
  table.showFilterButton = false;
  styleTyped(body);
  const headings = sheet.getRangeByIndexes(HEADING_ROW, 0, 1, COLUMNS.length).format;
  headings.wrapText = true;
  headings.verticalAlignment = 'Center';
  headings.rowHeight = HEADING_HEIGHT;
  body.format.horizontalAlignment = 'Left';
  const column = (heading: Heading) =>
    sheet.getRangeByIndexes(HEADING_ROW + 1, COLUMNS.indexOf(heading), count, 1);
  column('Receptive field').format.horizontalAlignment = 'Right';
  offerWords(column('Layer'), LAYER_WORDS);
  offerWords(column('Padding'), PADDING_WORDS);
  offerWords(column('Activation'), ACTIVATION_WORDS);
  // A notebook may have another than those of the list, such as "normal 0.02".
  const initialisers = rows.map(({ Initialiser }) => String(Initialiser ?? '')).filter((word) => word !== '');
  offerWords(column('Initialiser'), [...new Set([...INITIALISER_WORDS, ...initialisers])]);
  for (const heading of ['Parameters, counted', 'Activations', 'A dense layer would need'] as const)
    setFormat(column(heading), '#,##0');
}
