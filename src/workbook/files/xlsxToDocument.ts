/** Reads a workbook file into a document. */
import { type Worksheet, Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { type IWorksheetData, LocaleType } from '@univerjs/core';
import type { DocumentData } from '../book/document';
import { FONT } from '../grid/excelDefaults';
import { texts } from '../texts';
import { contentFromFile } from './cells';
import { chartsFromFile } from './charts';
import { themeColours } from './colours';
import { chartNamesFromFile, sheetIdsFromFile, sheetPaths } from './identities';
import { LeftOut } from './leftOut';
import { namesFromFile } from './names';
import { numbersIn } from './numbers';
import { type Parts, textOf, unpacked } from './parts';
import { type Resources, resourcesFrom } from './resources';
import { rulesFromFile } from './rules';
import { sheetFromFile } from './sheets';
import { type AddinIdentity, settingsFromFile, xmlPartsFromFile } from './storedByAddins';
import { Styles } from './styleTable';
import { tablesFromFile } from './tables';
import { validationFromFile } from './validation';

export interface OpenedFile {
  readonly document: DocumentData;
  /** What of the file is not in the document, in words; empty if everything is. */
  readonly leftOut: readonly string[];
}

/**
 * @param name of the workbook
 * @param addin whose settings are read
 * @param isFunction whether a function can be computed; of a formula with another one, the value is kept
 * @throws FileError in words for a person
 */
export async function xlsxToDocument(
  bytes: Uint8Array,
  name: string,
  addin: AddinIdentity,
  isFunction: (name: string) => boolean,
): Promise<OpenedFile> {
  // What is protected by a password, and files of old Excel, are of another kind (compound files).
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new FileError(texts.files.compound(name));
  try {
    return await read(bytes, name, addin, isFunction);
  } catch (cause) {
    throw new FileError(texts.files.unreadable(name), { cause });
  }
}

async function read(
  bytes: Uint8Array,
  name: string,
  addin: AddinIdentity,
  isFunction: (name: string) => boolean,
): Promise<OpenedFile> {
  const { file, parts } = await load(bytes);
  const theme = themeColours(textOf(parts, 'xl/theme/theme1.xml'));
  const styles = new Styles(theme);
  const left = new LeftOut(isFunction);
  const kept = sheetIdsFromFile(parts);
  const ids = new Map(
    file.worksheets.map((sheet) => [
      sheet.name,
      kept.get(sheet.name) ?? `{${crypto.randomUUID().toUpperCase()}}`,
    ]),
  );
  const paths = sheetPaths(parts);
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  const rules: Record<string, Resources['rules'][string]> = {};
  const validation: Record<string, Resources['validation'][string]> = {};
  for (const sheet of file.worksheets) {
    const id = ids.get(sheet.name)!;
    const numbers = () => numbersIn(textOf(parts, paths.get(sheet.name) ?? '') ?? '');
    sheets[id] = {
      ...sheetFromFile(sheet, id, theme),
      cellData: cellsFromFile(sheet, styles, left, numbers),
    };
    rules[id] = left.unknown('rules', rulesFromFile(sheet, theme));
    validation[id] = left.unknown('validation', validationFromFile(sheet));
  }
  const order = [...ids.values()];
  const charts = left.unknown('charts', chartsFromFile(file, sheets, chartNamesFromFile(parts)));
  left.note(file, parts);
  const document: DocumentData = {
    workbook: {
      id: 'book1',
      name,
      locale: LocaleType.EN_US,
      sheetOrder: order,
      sheets,
      styles: styles.all,
      defaultStyle: { ff: FONT.name, fs: FONT.points },
      resources: resourcesFrom({ names: namesFromFile(parts, order), rules, validation }),
    },
    activeSheet: order[(file.views as typeof file.views | undefined)?.[0]?.activeTab ?? 0] ?? order[0],
    settings: settingsFromFile(parts, addin),
    xmlParts: xmlPartsFromFile(parts),
    startup: 'Inactive',
    protection: {
      sheets: file.worksheets.filter(isProtected).map((sheet) => ids.get(sheet.name)!),
      structure: Boolean(file.protection?.lockStructure),
    },
    tables: tablesFromFile(parts, file, ids),
    charts: { records: charts, next: charts.length + 1 },
    shapes: { records: [], next: 1 },
  };
  return { document, leftOut: left.words };
}

/** For a person: why a file cannot be opened, and what to do. */
export class FileError extends Error {}

async function load(bytes: Uint8Array): Promise<{ file: Workbook; parts: Parts }> {
  installChartSupport();
  const parts = unpacked(bytes);
  const file = new Workbook();
  await file.xlsx.load(bytes);
  if (file.worksheets.length === 0) throw new Error('no sheets');
  return { file, parts };
}

const isProtected = (sheet: Worksheet): boolean =>
  Boolean((sheet.model as { sheetProtection?: { sheet?: boolean } | null }).sheetProtection?.sheet);

function cellsFromFile(
  sheet: Worksheet,
  styles: Styles,
  left: LeftOut,
  numbers: () => (address: string) => number,
): IWorksheetData['cellData'] {
  const cells: IWorksheetData['cellData'] = {};
  let numberAt: ((address: string) => number) | undefined;
  sheet.eachRow({ includeEmpty: true }, (row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.master !== cell) return;
      const content = contentFromFile(cell, () => (numberAt ??= numbers())(cell.address));
      if (content?.lacks) left.count(content.lacks);
      if (cell.note) left.count('notes');
      const s = styles.keyOf(cell.style);
      const own = content && left.computable(content.cell);
      if (own || s) (cells[Number(cell.row) - 1] ??= {})[Number(cell.col) - 1] = { ...own, ...(s && { s }) };
    }),
  );
  return cells;
}
