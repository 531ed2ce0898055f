/** Writes a document as a workbook file. */
import { Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import type { IWorksheetData } from '@univerjs/core';
import type { DocumentData } from '../book/document';
import { isDrawn } from '../objects/charts/store';
import { cellsOf, contentToFile, formulasIn } from './cells';
import { chartsToFile } from './charts';
import { chartNamesToFile, sheetIdsToFile } from './identities';
import { namesToFile } from './names';
import { packed, unpacked } from './parts';
import { resourcesOf } from './resources';
import { rulesToFile } from './rules';
import { sheetToFile } from './sheets';
import { type AddinIdentity, settingsToFile, xmlPartsToFile } from './storedByAddins';
import { styleToFile } from './styles';
import { tableFiltersToFile, tablesToFile } from './tables';
import { validationToFile } from './validation';

/**
 * The bytes of an .xlsx file with everything that a document holds, but for shapes (frames and arrows that an add-in lays
 * over cells while somebody looks at them) and passing state, such as what can be undone.
 * @param addin whose settings the document holds
 */
export async function documentToXlsx(document: DocumentData, addin: AddinIdentity): Promise<Uint8Array> {
  installChartSupport();
  const { workbook, charts } = document;
  const order = workbook.sheetOrder ?? [];
  const sheets = workbook.sheets ?? {};
  const { names, rules, validation } = resourcesOf(workbook);
  const file = new Workbook();
  for (const id of order) {
    const sheet = sheets[id];
    const written = sheetToFile(file, sheet);
    cellsToFile(written, sheet, stylesOf(document));
    rulesToFile(written, rules[id] ?? []);
    validationToFile(written, validation[id] ?? []);
    if (document.protection.sheets.includes(id)) await written.protect();
  }
  const sheetNames = new Map(order.map((id) => [id, sheets[id].name ?? '']));
  tablesToFile(file, document.tables, sheetNames);
  chartsToFile(file, charts, sheets);
  const active = order.indexOf(document.activeSheet ?? '');
  file.views = [
    {
      x: 0,
      y: 0,
      width: 28_800,
      height: 15_600,
      firstSheet: 0,
      activeTab: Math.max(0, active),
      visibility: 'visible',
    },
  ];
  if (document.protection.structure) file.protection = { lockStructure: true };

  const parts = unpacked(new Uint8Array(await file.xlsx.writeBuffer()));
  namesToFile(parts, names, order);
  sheetIdsToFile(parts, new Map(order.map((id) => [sheetNames.get(id)!, id])));
  chartNamesToFile(parts, chartNames(document));
  tableFiltersToFile(parts, document.tables);
  xmlPartsToFile(parts, document.xmlParts);
  settingsToFile(parts, document.settings, addin);
  return packed(parts);
}

type Style = ReturnType<typeof styleToFile>;
type Sheet = ReturnType<Workbook['addWorksheet']>;

/** The file's style of a cell, made once for all cells that share it. */
function stylesOf({ workbook: { styles = {}, defaultStyle } }: DocumentData) {
  const usual = typeof defaultStyle === 'object' && defaultStyle !== null ? defaultStyle : {};
  const made = new Map<unknown, Style>();
  return (style: unknown): Style | null => {
    const own = typeof style === 'string' ? styles[style] : style;
    if (!own || typeof own !== 'object') return null;
    let written = made.get(style);
    if (!written) made.set(style, (written = styleToFile({ ...usual, ...own })));
    return written;
  };
}

function cellsToFile(
  written: Sheet,
  { cellData = {}, rowData = {}, columnData = {} }: Partial<IWorksheetData>,
  styleOf: ReturnType<typeof stylesOf>,
): void {
  for (const [at, column] of Object.entries(columnData)) {
    const style = styleOf(column?.s);
    if (style) written.getColumn(Number(at) + 1).style = style;
  }
  for (const [at, row] of Object.entries(rowData)) {
    const style = styleOf(row?.s);
    if (style) Object.assign(written.getRow(Number(at) + 1), style);
  }
  const formulaOf = formulasIn(cellData);
  for (const [row, column, cell] of cellsOf(cellData)) {
    const content = contentToFile(cell, formulaOf(row, column, cell), row, column);
    const style = styleOf(cell.s);
    if (content === undefined && !style) continue;
    const target = written.getCell(row + 1, column + 1);
    if (content !== undefined) target.value = content;
    if (style) target.style = style;
  }
}

function chartNames({ charts, workbook: { sheets = {} } }: DocumentData): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { sheetId, name, type } of charts.records) {
    const sheet = sheets[sheetId]?.name;
    if (sheet !== undefined && isDrawn(type)) names.set(sheet, [...(names.get(sheet) ?? []), name]);
  }
  return names;
}
