/** The Excel error codes that this host raises, with the status that Excel sends, and all their messages. */
const STATUS = {
  AccessDenied: 403,
  ApiNotFound: 404,
  GeneralException: 500,
  InactiveWorkbook: 400,
  InvalidArgument: 400,
  InvalidObjectPath: 400,
  InvalidOperation: 400,
  InvalidOperationInCellEditMode: 400,
  InvalidReference: 400,
  InvalidSelection: 400,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  NotImplemented: 501,
  RequestPayloadSizeLimitExceeded: 413,
  ResponsePayloadSizeLimitExceeded: 413,
} as const;

type ErrorCode = keyof typeof STATUS;

/** What office.js turns into an OfficeExtension.Error in the add-in. `location` is the member, e.g. `Range.values`. */
export class ExcelError extends Error {
  readonly status: number;
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly location = '',
  ) {
    super(message);
    this.name = 'ExcelError';
    this.status = STATUS[code];
  }
}

/** Excel's own message. */
const ARGUMENT = 'The argument is invalid or missing or has an incorrect format.';
const SIZE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

export const invalidArgument = (location: string, message = ARGUMENT) =>
  new ExcelError('InvalidArgument', message, location);

export const sizeMismatch = (location: string) => invalidArgument(location, SIZE);

export const invalidName = (location: string, name: string) =>
  invalidArgument(location, `"${name}" is not a valid name.`);

export const invalidR1C1 = (location: string, cell: string, formula: string) =>
  invalidArgument(
    location,
    `${cell} cannot have the formula ${formula}: a reference leaves the sheet or is not in R1C1 notation.`,
  );

/** Excel's own message for a formula that it does not accept. */
export const malformedFormula = (location: string, formula: string) =>
  invalidArgument(location, `${ARGUMENT} There is a problem with the formula ${formula}`);

export const itemNotFound = (location: string) =>
  new ExcelError('ItemNotFound', "The requested resource doesn't exist.", location);

export const itemAlreadyExists = (location: string) =>
  new ExcelError(
    'ItemAlreadyExists',
    'A resource with the same name or identifier already exists.',
    location,
  );

export const invalidReference = (location: string) =>
  new ExcelError('InvalidReference', 'This reference is not valid for the current operation.', location);

/** The reasons why an operation is invalid. */
const OPERATIONS = {
  lastSheet: 'A workbook must contain at least one visible worksheet.',
  veryHidden: 'A worksheet that is very hidden cannot be deleted.',
  overlappingTables: 'A table cannot overlap another table.',
  mergesTable: 'Cells of a table cannot be merged.',
  cutsTable:
    'This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.',
  tooManyMerged: 'There are more than 512 merged areas in this range.',
} as const;

export const invalidOperation = (reason: keyof typeof OPERATIONS, location: string) =>
  new ExcelError('InvalidOperation', OPERATIONS[reason], location);

export const cellIsEdited = () =>
  new ExcelError(
    'InvalidOperationInCellEditMode',
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  );

const INACTIVE = {
  InactiveWorkbook:
    'The operation failed because multiple workbooks are open and the workbook being called by this API has lost focus.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  GeneralException: 'There was an internal error while processing the request.',
} as const;

export const severalSelected = (location: string) =>
  new ExcelError('InvalidSelection', INACTIVE.InvalidSelection, location);

export const workbookIsInactive = (code: keyof typeof INACTIVE, location: string) =>
  new ExcelError(code, INACTIVE[code], location);

/** Excel's own words. */
const PROTECTED = {
  AccessDenied: 'You cannot perform the requested operation.',
  GeneralException: 'There was an internal error while processing the request.',
} as const;

/** @param member as `Range.Values` */
export function isProtected(code: keyof typeof PROTECTED, member: string): ExcelError {
  const [className, name] = member.split('.');
  const location = `${className}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return new ExcelError(code, PROTECTED[code], location);
}

export const accessDenied = (location: string) =>
  new ExcelError('AccessDenied', PROTECTED.AccessDenied, location);

export const otherFormatType = (type: string) =>
  new ExcelError(
    'InvalidOperation',
    `This conditional format is not of the type ${type}.`,
    'ConditionalFormat',
  );

export const readOnly = (member: string) =>
  new ExcelError('InvalidOperation', `${member} can only be read.`, member);

export const undefinedPath = (id: string) =>
  new ExcelError('InvalidObjectPath', `The request names object path ${id} but does not define it.`);

export const requestTooLarge = () =>
  new ExcelError('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');

export const responseTooLarge = (location = '') =>
  new ExcelError(
    'ResponsePayloadSizeLimitExceeded',
    'The response payload size has exceeded the limit.',
    location,
  );

/** For API members that Excel has and this workbook lacks. */
export const apiNotFound = (member: string) =>
  new ExcelError('ApiNotFound', `The embedded workbook does not have ${member}.`, member);

export const actionNotImplemented = (action: string | number, className: string) =>
  new ExcelError(
    'NotImplemented',
    `The embedded workbook does not implement the action ${action}.`,
    className,
  );

export const pathNotImplemented = (type: number) =>
  new ExcelError('NotImplemented', `The embedded workbook does not implement object path type ${type}.`);

/** For a part of a formula that Excel can compute and this workbook cannot. */
export const formulaNotComputed = (part: string, formula: string, location: string) =>
  new ExcelError('NotImplemented', `The embedded workbook cannot compute ${part}: ${formula}`, location);

export const typeNotDrawn = (what: 'charts' | 'shapes', type: string, location: string) =>
  new ExcelError(
    'NotImplemented',
    `The embedded workbook cannot draw ${what} of the type ${type}.`,
    location,
  );

/** For a kind of something that Excel has and this workbook lacks. */
export const kindNotPlayed = (what: string, kind: string, location: string) =>
  new ExcelError(
    'NotImplemented',
    `The embedded workbook does not have ${what} of the kind ${kind}.`,
    location,
  );

/** For a bug in this host. */
export const failed = (error: unknown) =>
  new ExcelError(
    'GeneralException',
    `The embedded workbook failed: ${error instanceof Error ? error.stack : error}`,
  );
