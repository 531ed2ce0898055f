import { allOf, counted } from '../format';
import { inLanguage } from '../language';

const LABELS = { one: 'label', other: 'labels' };

/** What Repair says. */
export const repairCommandTexts = inLanguage({
  en: {
    /** @param sheet its name; @param reason a sentence */
    refused: (sheet: string, reason: string) => `Nothing was repaired on '${sheet}'. ${reason}`,
    /** @param deleted rows and columns by their sheets, "rows 7:7 of 'Tiny'"; @param refilled blocks whose numbers were put back */
    done: (did: {
      readonly deleted: readonly string[];
      readonly inserted: readonly string[];
      readonly labels: number;
      readonly refilled: readonly string[];
    }) =>
      [
        did.deleted.length ? `Taken out again: ${allOf(did.deleted)}.` : '',
        did.inserted.length ? `Inserted again: ${allOf(did.inserted)}.` : '',
        did.refilled.length ? `Put back where cells were blank, as last known: ${allOf(did.refilled)}.` : '',
        did.labels ? `Written again: ${counted(did.labels, LABELS)}.` : '',
        'Names, formats, colours and all computed numbers are as the notebook has them; what you typed is as it was.',
      ]
        .filter(Boolean)
        .join(' '),
    /** @param lines "7:8", or "C:C" */
    lines: (lines: string, sheet: string) =>
      `${/^\d/.test(lines) ? 'rows' : 'columns'} ${lines} of '${sheet}'`,
  },
});
