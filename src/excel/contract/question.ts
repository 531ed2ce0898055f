import type { Bench } from './bench';

/** What the documentation leaves open, or what Excels do differently: no promise, but good to know. */
export interface Question {
  /** If the embedded workbook has a switch for it, that one's name; the answers are its readings then. */
  readonly name: string;
  readonly question: string;
  readonly members: readonly string[];
  /** Pages of the documentation, or issues such as `OfficeDev/office-js#3148`, that leave it open. */
  readonly sources: readonly string[];
  /** Whether the answer is a time, which is another one each time. */
  readonly isMeasured?: boolean;
  /** What a person must do for it, in words; it is only asked if a person agrees to help. */
  readonly needs?: (sheet: string) => string;
  /** @param help asks the person to do what is needed. @returns whether it was done */
  answer(bench: Bench, help: () => Promise<boolean>): Promise<string>;
}

/** The answer of a person who did not do what was asked. */
export const SKIPPED = 'skipped';
