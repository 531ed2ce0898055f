import { SHEET_KEYS, type SheetKey } from '../../notebook/sheet/plan';
import { settingsOfRecord } from '../../notebook/sheet/settings';
import type { DataSpec, NotebookSpec } from '../../notebook/sheet/spec';

/** The worksheets of a notebook, by id: ids outlive a rename. Some are there only where they are needed. */
export type Place = Readonly<
  Record<'values' | 'gradients' | 'velocities', string> &
    Partial<Record<Exclude<SheetKey, 'values' | 'gradients' | 'velocities'>, string>>
>;

/** What the workbook remembers of a notebook, in its own settings. Everything else stands in cells. */
export interface NotebookRecord {
  readonly version: 2;
  readonly spec: NotebookSpec;
  readonly place: Place;
  /** The sheets' names when last drawn: a copy of the file may have given its sheets other ids. */
  readonly names: Place;
  /** What is shown as formulas: 'values', 'gradients', or single blocks by sheet and name. */
  readonly formulas?: readonly string[];
  /** Sheets that are of the notebook without being of its layout, by id. */
  readonly extras?: Extras;
}

export type Extras = Readonly<Partial<Record<'log' | 'confusion' | 'data' | 'filters' | 'matrix', string>>>;

/** Which sheet of the notebook is this? Undefined when it is none of them. */
export function sheetOf({ place }: NotebookRecord, worksheetId: string): SheetKey | undefined {
  return SHEET_KEYS.find((key) => place[key] === worksheetId);
}

const KEY = 'cellvolution.notebooks';

/** All notebooks of the workbook. */
export async function readRecords(context: Excel.RequestContext): Promise<NotebookRecord[]> {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load('value');
  const sheets = context.workbook.worksheets;
  sheets.load('items/id,items/name');
  await context.sync();
  if (setting.isNullObject || !Array.isArray(setting.value)) return [];
  return (setting.value as NotebookRecord[])
    .filter((record) => record.version === 2)
    .map((record) => relocate(upgraded(record), sheets.items));
}

/** A record as workbooks of before have it, in today's words: settings, image generator and sheets by name. */
export function upgraded(record: NotebookRecord): NotebookRecord {
  const { spec, place, names } = record;
  return {
    ...record,
    spec: {
      ...spec,
      data: withGenerator(spec.data),
      settings: spec.settings && settingsOfRecord(spec.settings),
    },
    place: withTodaysKeys(place),
    names: withTodaysKeys(names),
  };
}

/** A generator was called 'maker'. */
function withGenerator(data: DataSpec | { readonly maker: string; readonly set?: undefined }): DataSpec {
  return 'maker' in data ? { generator: data.maker } : data;
}

/** Sheets by the keys of before: what is 'rotated' now was 'turned', and 'secondMoments' were 'squares'. */
function withTodaysKeys({
  turned,
  squares,
  ...place
}: Place & { readonly turned?: string; readonly squares?: string }): Place {
  return {
    ...(turned !== undefined && { rotated: turned }),
    ...(squares !== undefined && { secondMoments: squares }),
    ...place,
  };
}

/** Queue the writing of all records; the caller syncs. */
export function writeRecords(context: Excel.RequestContext, records: readonly NotebookRecord[]): void {
  context.workbook.settings.add(KEY, records);
}

/** A sheet whose id is unknown is looked for by its name. */
function relocate(record: NotebookRecord, sheets: readonly Excel.Worksheet[]): NotebookRecord {
  const found = (key: SheetKey): string | undefined => {
    const byId = sheets.find(({ id }) => id === record.place[key]);
    const byName = sheets.find(({ name }) => name === record.names[key]);
    return record.place[key] && ((byId ?? byName)?.id ?? record.place[key]);
  };
  const place = Object.fromEntries(SHEET_KEYS.map((key) => [key, found(key)])) as unknown as Place;
  return { ...record, place };
}
