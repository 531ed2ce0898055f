import type { ChangesSince } from '../../training/changes';
import { planNotebook } from '../../notebook/layout/planNotebook';
import { cellsOf, MOST_CELLS } from '../../notebook/model/cellCount';
import { SHEET_KEYS, type SheetKey } from '../../notebook/sheet/plan';
import { settingsOfRecord } from '../../notebook/sheet/settings';
import type { DataSpec, NotebookSpec } from '../../notebook/sheet/spec';
import { storedList, storeList } from '../storedList';

/** The ids of a notebook's worksheets; ids survive renaming. Some sheets exist only while they are needed. */
export type Place = Readonly<
  Record<'values' | 'gradients' | 'velocities', string> &
    Partial<Record<Exclude<SheetKey, 'values' | 'gradients' | 'velocities'>, string>>
>;

/** What is stored about a notebook in the workbook, in no cell. Everything else is in cells. */
export interface NotebookRecord {
  readonly version: 2;
  readonly spec: NotebookSpec;
  readonly place: Place;
  /** The sheets' names when last drawn, to find them in a copy of the file, where ids may differ. */
  readonly names: Place;
  /** What is shown as formulas: 'values', 'gradients', or ids of single blocks. */
  readonly formulas?: readonly string[];
  /** While there is a sheet of changes: what they are compared with, numbers before they last changed or those of step 0. */
  readonly changes?: ChangesSince;
  /** Ids of sheets that belong to the notebook but are not part of its layout. */
  readonly extras?: Extras;
}

export type Extras = Readonly<Partial<Record<'log' | 'confusion' | 'data' | 'filters' | 'matrix', string>>>;

/** Which of the notebook's sheets this is; undefined if it is none of them. */
export function sheetOf({ place }: NotebookRecord, worksheetId: string): SheetKey | undefined {
  return SHEET_KEYS.find((key) => place[key] === worksheetId);
}

/** What is stored of the notebooks of a workbook. */
export interface StoredRecords {
  readonly records: NotebookRecord[];
  /** What cannot be read: damaged, or of a later version. It is kept as it is. */
  readonly others: readonly object[];
}

/** All notebooks of the workbook. */
export async function readRecords(context: Excel.RequestContext): Promise<StoredRecords> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/id,items/name');
  const stored = await storedList(context, 'notebooks');
  const read = stored.map(readRecord);
  return {
    records: read.flatMap((record) => (record ? [relocate(record, sheets.items)] : [])),
    others: stored.filter((_, index) => !read[index]),
  };
}

/** A record as it was stored; undefined where it is none of this version, or describes no notebook. */
export function readRecord(stored: unknown): NotebookRecord | undefined {
  try {
    const { version } = stored as NotebookRecord;
    if (version !== 2) return undefined;
    const record = upgraded(stored as NotebookRecord);
    const { spec, place, names } = record;
    if (typeof place.values !== 'string' || cellsOf(spec.network) > MOST_CELLS) return undefined;
    planNotebook(spec, names.values);
    return record;
  } catch {
    return undefined;
  }
}

/**
 * A record stored by an earlier version, converted to the present names of settings, generator and sheets.
 */
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

/** Earlier versions called a generator 'maker'. */
function withGenerator(data: DataSpec | { readonly maker: string; readonly set?: undefined }): DataSpec {
  return 'maker' in data ? { generator: data.maker } : data;
}

/** Earlier versions called the sheet 'rotated' 'turned', and 'secondMoments' 'squares'. */
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

/** Queues the writing of all records; the caller syncs. */
export function writeRecords(context: Excel.RequestContext, records: readonly object[]): void {
  storeList(context, 'notebooks', records);
}

/** If a sheet's id is unknown, it is found by name. */
function relocate(record: NotebookRecord, sheets: readonly Excel.Worksheet[]): NotebookRecord {
  const found = (key: SheetKey): string | undefined => {
    const byId = sheets.find(({ id }) => id === record.place[key]);
    const byName = sheets.find(({ name }) => name === record.names[key]);
    return record.place[key] && ((byId ?? byName)?.id ?? record.place[key]);
  };
  const place = Object.fromEntries(SHEET_KEYS.map((key) => [key, found(key)])) as unknown as Place;
  return { ...record, place };
}
