import { counted, decimals, whole } from '../format';
import { inLanguage } from '../language';

/** The report of Check this Excel. */
export const excelCheckTexts = inLanguage({
  en: {
    heading: 'Cellvolution: a check of this Excel',
    summary: (holds: number, differs: number, unsupported: number) =>
      `${counted(holds, { one: 'promise holds', other: 'promises hold' })}, ${counted(differs, {
        one: 'differs',
        other: 'differ',
      })}, ${whole(unsupported)} not supported here.`,
    partial: 'It was stopped before all was checked.',
    late: (untried: number) => `There was no time to try ${whole(untried)} more.`,
    untried: 'What there was no time for',
    seconds: (seconds: number) => `It took ${decimals(seconds, 1)} s.`,
    differences: 'What differs from the documentation',
    missing: 'What this Excel does not have',
    promised: (text: string) => `promised: \`${text}\``,
    found: (text: string) => `found: \`${text}\``,
    notLoaded: 'The check could not be loaded. Close the pane and open it again.',
    platform: (name: string) => `Platform: ${name}`,
    version: (text: string) => `Version: ${text}`,
    has: (name: string, what = 'no') => `${name}: ${what}`,
    yes: 'yes',
    answers: 'What the documentation leaves open',
    lastTime: (answer: string) => `last time: ${answer}`,
    /** A person has done what was asked for. */
    done: 'Done',
  },
});
