import type { Answered } from './contract/runContract';

/** Where the answers stay when the pane is closed. */
const KEY = 'cellvolution.thisExcel';

interface Kept {
  /** Which Excel gave them. Another version may behave differently. */
  readonly excel: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** What the check of this Excel has found out; in the browser's storage, too, where there is one. */
let kept: Kept | undefined;

/** Keep what was found out; what was left out this time stays as it was. */
export function keepAnswers(answered: readonly Answered[]): void {
  const excel = thisExcel();
  const before = keptAnswers();
  const news = Object.fromEntries(answered.map(({ name, answer }) => [name, answer]));
  kept = { excel, answers: { ...(before?.excel === excel && before.answers), ...news } };
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Then they are known until the pane is closed.
  }
}

/** What this Excel, in this version, has answered to a question of the check; undefined if nobody has checked. */
export function knownAnswer(question: string): string | undefined {
  const all = keptAnswers();
  return all?.excel === thisExcel() ? all.answers[question] : undefined;
}

/** The answer of the latest check, in whichever version of Excel. */
export function latestAnswer(question: string): string | undefined {
  return keptAnswers()?.answers[question];
}

function keptAnswers(): Kept | undefined {
  try {
    kept ??= validated(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    // Without storage, or with nonsense in it, nothing is known.
  }
  return kept;
}

/** Anybody can write into the storage. */
function validated(stored: unknown): Kept | undefined {
  const { excel, answers } = (stored ?? {}) as Partial<Kept>;
  if (typeof excel !== 'string' || typeof answers !== 'object' || !answers) return undefined;
  return Object.values(answers).every((each) => typeof each === 'string') ? { excel, answers } : undefined;
}

function thisExcel(): string {
  const { platform, version } = Office.context.diagnostics;
  return `${String(platform)} ${version}`;
}
