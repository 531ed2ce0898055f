import { protectionTexts } from '../texts/excel/protection';
import { inWorkbook } from './context';
import { knownAnswer } from './thisExcel';

/** Something was refused because a person has protected it; the message says what, and what to do. */
export class ProtectedError extends Error {}

/** What Excel says to what it does not allow, or has no code for; the check of this Excel may have met another code. */
const CODES: readonly unknown[] = ['AccessDenied', 'GeneralException'];
/** Calls that the structure of a workbook is protected from. */
const OF_STRUCTURE = /^(WorksheetCollection\.add|Worksheet\.(delete|name|position))$/;

/**
 * Why Excel refused something, when it is protection: its error says neither that nor where.
 * @param sheets ids of those that may be the reason; without them, any may
 * @returns undefined when nothing is protected that explains it
 */
export async function protectionBehind(
  error: unknown,
  sheets?: readonly (string | undefined)[],
): Promise<ProtectedError | undefined> {
  const { code, debugInfo } = (error ?? {}) as Partial<OfficeExtension.Error>;
  if (code === undefined || ![...CODES, knownAnswer('protection')].includes(code)) return undefined;
  const found = await inWorkbook(whatIsProtected).catch(() => undefined);
  if (!found) return undefined;
  if (found.isReadOnly) return new ProtectedError(protectionTexts.readOnly);
  if (OF_STRUCTURE.test(debugInfo?.errorLocation ?? ''))
    return found.isStructure ? new ProtectedError(protectionTexts.structure) : undefined;
  const [first] = found.sheets.filter(({ id }) => !sheets || sheets.includes(id));
  return first && new ProtectedError(protectionTexts.sheet(first.name));
}

async function whatIsProtected(context: Excel.RequestContext) {
  const { workbook } = context;
  workbook.load('readOnly');
  workbook.protection.load('protected');
  workbook.worksheets.load('items/id,items/name,items/protection/protected');
  await context.sync();
  return {
    isReadOnly: workbook.readOnly,
    isStructure: workbook.protection.protected,
    sheets: workbook.worksheets.items.filter(({ protection }) => protection.protected),
  };
}
