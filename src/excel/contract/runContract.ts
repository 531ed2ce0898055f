import { inWorkbook } from '../context';
import { Bench } from './bench';
import { pageOf, type Chapter, type Clause, type Finding } from './clause';
import { ScratchSheets } from './scratchSheets';

/** What this Excel makes of a clause. */
export interface Checked {
  readonly object: string;
  readonly name: string;
  readonly page: string;
  readonly verdict: 'holds' | 'differs' | 'unsupported';
  /** As JSON, where it differs; the code of an error where there was one. */
  readonly found: string;
  readonly promised: string;
}

export interface Watching {
  /** Hears the id of each scratch sheet before anything is done on it. */
  onSheet(id: string): void;
  onProgress(done: number, total: number): void;
  isStopped(): boolean;
}

/** How long to wait when a person types into a cell, in ms: requests fail meanwhile in some versions of Excel. */
const PAUSE = 300;

/** Try clauses in this Excel, one after the other, until stopped. Whatever happens, the scratch sheets are removed. */
export function runContract(
  chapters: readonly Chapter[],
  { onSheet, onProgress, isStopped }: Watching,
): Promise<Checked[]> {
  return inWorkbook(async (context) => {
    const checked: Checked[] = [];
    const total = chapters.reduce((sum, { clauses }) => sum + clauses.length, 0);
    const sheets = new ScratchSheets(context, onSheet);
    try {
      await sheets.open();
      for (const chapter of chapters) {
        let shared: Excel.Worksheet | undefined;
        for (const clause of chapter.clauses) {
          onProgress(checked.length, total);
          if (isStopped()) return checked;
          const sheet = shared ?? (await sheets.next());
          if (shared) shared.getRange().clear();
          if (chapter.onlyCells) shared = sheet;
          checked.push(await check(chapter.object, clause, new Bench(context, sheet, sheets.newName)));
        }
      }
      onProgress(total, total);
      return checked;
    } finally {
      await sheets.remove();
    }
  });
}

async function check(object: string, clause: Clause, bench: Bench): Promise<Checked> {
  const common = { object, name: clause.name, page: pageOf(clause) };
  try {
    const { found, promised } = await attempt(clause, bench);
    const [one, other] = [asText(found), asText(promised)];
    return { ...common, verdict: one === other ? 'holds' : 'differs', found: one, promised: other };
  } catch (error) {
    const code = (error as Partial<OfficeExtension.Error>).code;
    const isMissing = code === undefined ? error instanceof TypeError : UNSUPPORTED.has(code);
    const verdict = isMissing ? 'unsupported' : 'differs';
    return { ...common, verdict, found: code ?? String(error), promised: '' };
  } finally {
    bench.close();
  }
}

/** Codes with which Excel says that it does not have something. */
const UNSUPPORTED = new Set(['ApiNotAvailable', 'ApiNotFound', 'NotImplemented', 'UnsupportedOperation']);

async function attempt(clause: Clause, bench: Bench): Promise<Finding> {
  for (;;) {
    try {
      return await clause.check(bench);
    } catch (error) {
      if ((error as Partial<OfficeExtension.Error>).code !== 'InvalidOperationInCellEditMode') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

const asText = (value: unknown) => JSON.stringify(value) ?? 'undefined';
