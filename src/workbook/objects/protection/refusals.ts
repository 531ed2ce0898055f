/** What fails because it is protected ("Protect a worksheet", "Protect a workbook", support.microsoft.com). */
import { type ExcelError, isProtected } from '../../host/errors';
import type { ExcelObject } from '../../host/excelObject';
import type { Book } from '../book';
import { RecordObject } from '../recordObject';
import { WorkbookProtection, WorksheetProtection } from './members';

/** Methods that change nothing, or only what is in view. */
const HARMLESS = /^(_|Get|Load|Activate$|Select$|Calculate$|Suspend|ToJSON)/;
/** Members of classes that change sheets as a whole. */
const STRUCTURE = /^(WorksheetCollection\.Add|Worksheet\.(Delete|Name|Position|Visibility|TabColor|Copy))$/;
/** What is the workbook's, not a sheet's: it can be changed in spite of all protection but the whole file's. */
const OF_WORKBOOK = /^(Application|NamedItem|NamedItemCollection|Setting|SettingCollection|CustomXml\w+)\./;

/**
 * Null for what may be done.
 * @param member the class and the method that is called, or the property that is set, as `Range.Values`
 */
export function refusalOfChange(
  { protection, behaviour }: Book,
  target: ExcelObject,
  member: string,
): ExcelError | null {
  const [, name] = member.split('.');
  if (HARMLESS.test(name) || member.startsWith('AppRuntime')) return null;
  if (target instanceof WorksheetProtection || target instanceof WorkbookProtection) return null;
  const refused =
    protection.readOnly ||
    (STRUCTURE.test(member)
      ? protection.structure
      : !OF_WORKBOOK.test(member) && sheetsOf(target).some((id) => protection.sheets.has(id)));
  return refused ? isProtected(behaviour.protection, member) : null;
}

/** The sheets on which an object's cells or drawings stand. */
function sheetsOf(target: ExcelObject): string[] {
  if (target instanceof RecordObject) return [target.record.sheetId];
  if ('sheetId' in target && typeof target.sheetId === 'string') return [target.sheetId];
  if ('ranges' in target && Array.isArray(target.ranges))
    return target.ranges.flatMap((each) => sheetsOf(each as ExcelObject));
  return [];
}
