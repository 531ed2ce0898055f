/**
 * All texts that the embedded workbook shows on the screen: a second language is one more object of the type `Texts`. What Excel itself answers to an add-in over the wire stays in English, with its errors (host/errors.ts).
 */
const LANGUAGE = 'en';

const plural = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);
const list = new Intl.ListFormat(LANGUAGE);

/** A number with its noun: `counted(2, { one: 'pixel', other: 'pixels' })` is "2 pixels". */
const counted = (count: number, forms: { readonly one: string; readonly other: string }) =>
  `${numbers.format(count)} ${plural.select(count) === 'one' ? forms.one : forms.other}`;

const english = {
  language: LANGUAGE,

  page: {
    title: (book: string) => `${book} – Embedded workbook`,
    ribbon: 'Ribbon',
    worksheet: 'Worksheet',
    taskPane: 'Task pane',
    closeTaskPane: 'Close task pane',
  },

  alert: {
    close: 'OK',
  },

  /** The alert for a change of a protected sheet: Excel's own words. */
  protectedSheet: {
    title: 'Embedded workbook',
    message:
      "The cell or chart you're trying to change is on a protected sheet. To make a change, unprotect the sheet. You " +
      'might be requested to enter a password.',
  },

  /** The alert for an entry that breaks the data validation of a cell, where the rule has no alert of its own. */
  refusedEntry: {
    title: 'Embedded workbook',
    message: "This value doesn't match the data validation restrictions defined for this cell.",
  },

  /** What is wrong with `?behaviour=` in the page's address. */
  behaviour: {
    unknownSwitch: (name: string, known: readonly string[]) =>
      `"${name}" is no behaviour of this workbook. There ${known.length === 1 ? 'is' : 'are'} ${list.format(known)}.`,
    unknownReading: (name: string, reading: string, known: readonly string[]) =>
      `"${reading}" is no reading of ${name}. There are ${list.format(known)}.`,
  },

  /** The alert for a typed formula that Excel would not take, or that cannot be computed here. */
  refusedFormula: {
    title: 'Embedded workbook',
    malformed:
      "There's a problem with this formula. To type text that begins with =, + or -, type an apostrophe first.",
  },

  /** Shown in Univer's progress bar while many formulas are calculated. */
  calculation: {
    analyzing: 'Finding the formulas to calculate',
    calculating: 'Calculating',
    analyzingArrays: 'Finding the array formulas to calculate',
    calculatingArrays: 'Calculating array formulas',
    done: 'Calculated',
    timedOut: (seconds: number) =>
      `Formulas could not be calculated within ${counted(seconds, { one: 'second', other: 'seconds' })}.`,
  },

  /** Names that Excel gives to new objects. */
  names: {
    workbook: 'Book1',
    sheet: (number: number) => `Sheet${number}`,
    chart: (number: number) => `Chart ${number}`,
    chartTitle: 'Chart Title',
    series: (number: number) => `Series${number}`,
    table: (number: number) => `Table${number}`,
    tableColumn: (number: number) => `Column${number}`,
    shape: (type: string, number: number) => `${type} ${number}`,
  },

  /** Problems with manifest.xml, or with what it refers to; for the author of the add-in. */
  manifest: {
    notLoaded: (status: number, reason: string) => `manifest.xml cannot be loaded: ${status} ${reason}`,
    notWellFormed: (reason: string) => `manifest.xml is not well-formed: ${reason}`,
    noTab: 'manifest.xml has no CustomTab: the add-in would have no ribbon.',
    noPane: 'manifest.xml has no SourceLocation: there is no task pane to load.',
    emptyMenu: (id: string) => `${id} is a menu without items.`,
    noIcon: (id: string, pixels: number) =>
      `${id} has no icon of ${counted(pixels, { one: 'pixel', other: 'pixels' })}.`,
    unknownAction: (id: string, type: string) => `${id} has no action that this workbook knows (${type}).`,
    noLabel: (id: string) => `${id} has no label.`,
    unknownResource: (id: string, resource: string) =>
      `${id} refers to the resource "${resource}", which manifest.xml does not define.`,
    notAnAddress: (address: string) => `"${address}" is not an address.`,
    iconNotLoaded: (label: string, source: string) => `The icon of "${label}" cannot be loaded: ${source}`,
    noFunction: (name: string, status: number) =>
      `The add-in has no function "${name}" (office.js reports ${status}).`,
  },
};

export type Texts = typeof english;

export const texts: Texts = english;
