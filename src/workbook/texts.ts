/**
 * All texts that the embedded workbook shows on the screen: a second language is one more object of the type `Texts`. What Excel itself answers to an add-in over the wire stays in English, with its errors (host/errors.ts).
 */
const LANGUAGE = 'en';

const plural = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);
const list = new Intl.ListFormat(LANGUAGE);
const dates = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' });

/** A number with its noun: `counted(2, { one: 'pixel', other: 'pixels' })` is "2 pixels". */
const counted = (count: number, forms: { readonly one: string; readonly other: string }) =>
  `${numbers.format(count)} ${plural.select(count) === 'one' ? forms.one : forms.other}`;

const english = {
  language: LANGUAGE,

  page: {
    title: (book: string) => `${book} – Embedded workbook`,
    ribbon: 'Ribbon',
    ribbonTabs: 'Ribbon tabs',
    opening: 'Opening the workbook…',
    worksheet: 'Worksheet',
    taskPane: 'Task pane',
    closeTaskPane: 'Close task pane',
    paneWidth: 'Width of the task pane',
    /** Controls of the grid that Univer gives no name. */
    univer: {
      nameBox: 'Name box',
      names: 'Defined names',
      cancel: 'Cancel',
      enter: 'Enter',
      insertFunction: 'Insert function',
      newSheet: 'New sheet',
      allSheets: 'All sheets',
      gridlines: 'Gridlines',
      zoomOut: 'Zoom out',
      zoomIn: 'Zoom in',
      cells: 'The cells of the worksheet',
      selectedCell: 'Selected cell',
    },
  },

  alert: {
    close: 'OK',
  },

  /** The tab with what anyone expects of a spreadsheet. A tip says what a button does, and its key. */
  home: {
    tab: 'Home',
    groups: {
      history: 'Undo',
      clipboard: 'Clipboard',
      font: 'Font',
      number: 'Number',
      cells: 'Cells',
      editing: 'Sort & find',
    },
    undo: { label: 'Undo', tip: 'Take back the last change (Ctrl+Z)' },
    redo: { label: 'Redo', tip: 'Make the change again that was taken back (Ctrl+Y)' },
    paste: { label: 'Paste', tip: 'Insert what was copied or cut (Ctrl+V)' },
    cut: { label: 'Cut', tip: 'Move the selected cells to where you paste them (Ctrl+X)' },
    copy: { label: 'Copy', tip: 'Copy the selected cells (Ctrl+C)' },
    bold: { label: 'Bold', tip: 'Make the text of the selected cells bold, or no longer bold (Ctrl+B)' },
    fill: { label: 'Fill colour', tip: 'Colour the background of the selected cells' },
    font: { label: 'Font colour', tip: 'Colour the text of the selected cells' },
    noFill: 'No fill',
    automatic: 'Automatic',
    /** Excel's standard colours. */
    colors: {
      yellow: 'Yellow',
      orange: 'Orange',
      red: 'Red',
      green: 'Green',
      lightBlue: 'Light blue',
      blue: 'Blue',
      purple: 'Purple',
      gray: 'Grey',
      white: 'White',
    },
    format: { label: 'Number format', tip: 'Choose how the numbers in the selected cells are shown' },
    formats: {
      general: 'General',
      number: 'Number',
      thousands: 'Thousands',
      percentage: 'Percentage',
      scientific: 'Scientific',
      fraction: 'Fraction',
      date: 'Short date',
      text: 'Text',
    },
    moreDecimals: { label: 'More decimals', tip: 'Show one more digit after the decimal point' },
    fewerDecimals: { label: 'Fewer decimals', tip: 'Show one digit less after the decimal point' },
    insertRows: { label: 'Insert rows', tip: 'Insert as many rows as are selected, above them' },
    deleteRows: { label: 'Delete rows', tip: 'Delete the selected rows' },
    insertColumns: { label: 'Insert columns', tip: 'Insert as many columns as are selected, left of them' },
    deleteColumns: { label: 'Delete columns', tip: 'Delete the selected columns' },
    ascending: {
      label: 'Sort ascending',
      tip: 'Sort the rows of the selected cells by the column of the active cell, smallest first',
    },
    descending: {
      label: 'Sort descending',
      tip: 'Sort the rows of the selected cells by the column of the active cell, largest first',
    },
    find: 'Find',
    findNext: { label: 'Find next', tip: 'Go to the next cell of this sheet that holds the text (Enter)' },
    notFound: (text: string) => `No cell of this sheet holds "${text}".`,
    severalAreas: 'This works on one area at a time. Select a single area.',
    pasteRefused:
      'This browser does not let the page read the clipboard. Press Ctrl+V (⌘V on a Mac) instead.',
    sortFormulas: 'Cells with formulas cannot be sorted here. Select cells that hold values only.',
    sortMerged: 'Merged cells cannot be sorted. Unmerge them first.',
    nothingToSort: 'Select the cells to sort: there is nothing to sort at the selected cell.',
  },

  /** The documents that this browser keeps, and the tab File. */
  documents: {
    tab: 'File',
    heading: 'Documents in this browser',
    actions: 'File actions',
    close: 'Back to the worksheet',
    new: 'New',
    open: 'Open a file…',
    saveCopy: 'Save a copy',
    list: 'Documents',
    isOpen: 'open now',
    rename: (name: string) => `Rename ${name}`,
    newName: (name: string) => `New name of ${name}`,
    duplicate: (name: string) => `Duplicate ${name}`,
    delete: (name: string) => `Delete ${name}`,
    renameShort: 'Rename',
    duplicateShort: 'Duplicate',
    deleteShort: 'Delete',
    undo: 'Undo',
    deleted: (name: string) => `${name} was deleted.`,
    numbered: (name: string, number: number) => (number === 1 ? name : `${name} (${number})`),
    fileName: (name: string) => `${name}.xlsx`,
    leftOut: (what: readonly string[]) => `Not taken over from the file:\n• ${what.join('\n• ')}`,
    notSaved: 'The copy could not be saved',
    notOpened: 'The file could not be opened',
    cannotKeep: 'A file is opened as a new document of this browser, and this page can keep none.',
    copyOf: (name: string) => `${name} – copy`,
    details: (changed: Date, sheets: number) =>
      `${dates.format(changed)}, ${counted(sheets, { one: 'sheet', other: 'sheets' })}`,
    openElsewhere: (name: string) => `${name} is open in another tab of this browser. Close it there first.`,
    notFound:
      'The document in the address of this page is not in this browser. The one that you opened last is open instead.',
    /** A document that is kept, but cannot be opened. */
    unreadable: {
      notOpened: (name: string, reason: string) =>
        `"${name}" cannot be opened: ${reason} What this browser keeps of it stays as it is. Open another document, or make a new one.`,
      newerVersion: 'it was written by a newer version of this page. Reload the page to get that version.',
      missing: (parts: readonly string[]) => `some of it is missing (${list.format(parts)}).`,
      damaged: (part: string) => `some of it is damaged (${part}).`,
      notUnderstood: 'its content is damaged.',
      book: 'the list of its sheets',
      styles: 'its formats',
      resources: 'its names and rules',
      settings: 'what the add-in keeps in it',
      sheet: (name: string | null) => (name === null ? 'a sheet' : `the sheet "${name}"`),
      rows: (first: number, last: number, sheet: string | null) =>
        `rows ${first} to ${last} of ${sheet === null ? 'a sheet' : `the sheet "${sheet}"`}`,
    },
    notDone: (reason: string) => `This could not be done: ${reason}`,
    /** States of the open document, in the title bar. */
    state: {
      kept: 'Kept in this browser',
      keeping: 'Keeping…',
      trial: 'Not kept: a trial',
      elsewhere: 'Not kept: open in another tab. Changes made here are lost unless you keep a copy.',
      deleted: 'Not kept: deleted',
      unreadable: 'Not kept: an empty workbook, instead of a document that cannot be opened. See File.',
      failed: (reason: string) => `Not kept: ${reason}`,
    },
    keepCopy: 'Keep a copy',
    noRoom:
      'there is no room left in this browser. Save a copy, and delete documents that you no longer need under File: that makes room after a minute.',
    newerVersion:
      'this browser keeps documents of a newer version of this page. Reload the page, and save a copy first.',
    notAllowed: 'this browser does not let the page keep anything (a private window?). Save a copy.',
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
    stalled: (seconds: number) =>
      `Formulas have not been calculated any further for ${counted(seconds, { one: 'second', other: 'seconds' })}.`,
  },

  /** Files that are opened: why one cannot be, and what of one is not here. */
  files: {
    unreadable: (name: string) =>
      `"${name}" cannot be read as a workbook: it is damaged, or no .xlsx file. Open it in the program that made it and save it as .xlsx.`,
    compound: (name: string) =>
      `"${name}" is protected by a password, or of an Excel before 2007 (.xls). Save it as .xlsx without a password and open that.`,
    leftOut: {
      formulas: (count: number, functions: readonly string[]) =>
        `${counted(count, { one: 'formula', other: 'formulas' })} that cannot be computed here: ${
          count === 1 ? 'its value is' : 'their values are'
        } kept${functions.length > 0 ? ` (${list.format(functions)})` : ''}`,
      rules: (count: number) =>
        counted(count, { one: 'conditional format', other: 'conditional formats' }) +
        ' of kinds that are not shown here',
      validation: (count: number) =>
        counted(count, { one: 'data validation', other: 'data validations' }) +
        ' of kinds that are not enforced here',
      charts: (count: number) => `${counted(count, { one: 'chart', other: 'charts' })} other than of lines`,
      notes: (count: number) => counted(count, { one: 'note', other: 'notes' }),
      links: (count: number) =>
        `${counted(count, { one: 'link', other: 'links' })}, of which the text is kept`,
      richText: (count: number) =>
        `formats within the text of ${counted(count, { one: 'cell', other: 'cells' })}`,
      pictures: (count: number) => counted(count, { one: 'picture', other: 'pictures' }),
      shapes: (count: number) => counted(count, { one: 'shape', other: 'shapes' }),
      pivotTables: (count: number) => counted(count, { one: 'pivot table', other: 'pivot tables' }),
      macros: () => 'macros',
    } satisfies Record<string, (count: number, functions: readonly string[]) => string>,
  },

  /** Names that Excel gives to new objects. */
  names: {
    workbook: 'Book1',
    book: (number: number) => `Book${number}`,
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
