import { inWorkbook, TYPING } from '../context';
import { Bench } from './bench';
import { pageOf, type Chapter, type Clause } from './clause';
import { SKIPPED, type Question } from './question';
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

export interface Answered {
  readonly name: string;
  readonly question: string;
  readonly sources: readonly string[];
  /** A reading of the switch of that name, or words, or the code of an error. */
  readonly answer: string;
}

export interface Found {
  readonly checked: readonly Checked[];
  readonly answered: readonly Answered[];
  /** Promises and questions that there was no time for. */
  readonly untried: readonly string[];
}

export interface Watching {
  /** Hears the id of each scratch sheet before anything is done on it. */
  onSheet(id: string): void;
  onProgress(done: number, total: number): void;
  isStopped(): boolean;
  /** Whether the time is over for all that needs no person. */
  isOver(): boolean;
  /** Ask the person to do something. @returns whether it was done; without it, what needs a person is left out */
  help?(what: string): Promise<boolean>;
}

/** Whether the person lets formulas be calculated only on request. */
async function isManual(context: Excel.RequestContext): Promise<boolean> {
  const { application } = context;
  application.load('calculationMode');
  await context.sync();
  return application.calculationMode === 'Manual';
}

/** How long to wait when a person types into a cell, in ms: requests fail meanwhile in some versions of Excel. */
const PAUSE = 300;

/**
 * Try clauses in this Excel and find answers to questions, one after the other, until stopped or until the time is over.
 * Whatever happens, the scratch sheets are removed.
 */
export function runContract(
  chapters: readonly Chapter[],
  questions: readonly Question[],
  { onSheet, onProgress, isStopped, isOver, help }: Watching,
): Promise<Found> {
  return inWorkbook(async (context) => {
    const checked: Checked[] = [];
    const answered: Answered[] = [];
    const untried: string[] = [];
    const asked = questions.filter(({ needs }) => !needs || help);
    const total = chapters.reduce((sum, { clauses }) => sum + clauses.length, asked.length);
    const goesOn = () => {
      onProgress(checked.length + answered.length + untried.length, total);
      return !isStopped();
    };
    const attempt = whileTyping(() => isStopped() || isOver());
    const sheets = new ScratchSheets(context, onSheet);
    try {
      await sheets.open();
      const calculates = await isManual(context);
      const benchOn = (sheet: Excel.Worksheet) => new Bench(context, sheet, sheets, calculates);
      for (const { object, clause, sheet } of placed(chapters, sheets)) {
        if (!goesOn()) break;
        const result = isOver() ? undefined : await check(object, clause, benchOn(await sheet()), attempt);
        if (result) checked.push(result);
        else untried.push(`${object}: ${clause.name}`);
      }
      for (const question of asked) {
        if (!goesOn()) break;
        // A person may take time.
        if (isOver() && !question.needs) untried.push(question.question);
        else answered.push(await ask(question, benchOn(await sheets.next()), attempt, help));
      }
      goesOn();
      return { checked, answered, untried };
    } finally {
      await sheets.remove();
    }
  });
}

/** Each clause with an empty sheet: one of its own, or one that the chapter's clauses share. */
function* placed(chapters: readonly Chapter[], sheets: ScratchSheets) {
  for (const { object, clauses, onlyCells } of chapters) {
    let shared: Excel.Worksheet | undefined;
    const sheet = async () => {
      if (!onlyCells) return sheets.next();
      shared?.getRange().clear();
      return (shared ??= await sheets.next());
    };
    for (const clause of clauses) yield { object, clause, sheet };
  }
}

/** @returns undefined if a person typed into a cell until the end, and nothing was found out */
async function check(
  object: string,
  clause: Clause,
  bench: Bench,
  attempt: Attempt,
): Promise<Checked | undefined> {
  const common = { object, name: clause.name, page: pageOf(clause) };
  try {
    const { found, promised } = await attempt(() => clause.check(bench));
    const [one, other] = [asText(found), asText(promised)];
    return { ...common, verdict: one === other ? 'holds' : 'differs', found: one, promised: other };
  } catch (error) {
    const { code = '' } = error as Partial<OfficeExtension.Error>;
    if (code === TYPING) return undefined;
    const isMissing = UNSUPPORTED.has(code) || (!code && error instanceof TypeError);
    const verdict = isMissing ? 'unsupported' : 'differs';
    return { ...common, verdict, found: code || String(error), promised: '' };
  } finally {
    bench.close();
  }
}

async function ask(
  question: Question,
  bench: Bench,
  attempt: Attempt,
  help: Watching['help'],
): Promise<Answered> {
  const { name, question: words, sources, needs } = question;
  const helped = async () => {
    const title = String(await bench.read(bench.sheet, 'name'));
    return (await help?.(needs?.(title) ?? '')) ?? false;
  };
  const answer = await attempt(() => question.answer(bench, helped)).catch((error: unknown) =>
    String((error as Partial<OfficeExtension.Error>).code ?? error),
  );
  bench.close();
  return { name, question: words, sources, answer: answer || SKIPPED };
}

/** Codes with which Excel says that it does not have something. */
const UNSUPPORTED = new Set(['ApiNotAvailable', 'ApiNotFound', 'NotImplemented', 'UnsupportedOperation']);

type Attempt = <T>(work: () => Promise<T>) => Promise<T>;

/** Anew while a person types into a cell, until it has ended. */
function whileTyping(hasEnded: () => boolean): Attempt {
  return async (work) => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const { code } = error as Partial<OfficeExtension.Error>;
        if (code !== TYPING || hasEnded()) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };
}

const asText = (value: unknown) => JSON.stringify(value) ?? 'undefined';
