/** Excel's error codes that this host can raise, with the status that Excel sends along. */
const STATUS = {
  ApiNotFound: 404,
  GeneralException: 500,
  InvalidArgument: 400,
  InvalidObjectPath: 400,
  InvalidOperation: 400,
  InvalidReference: 400,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  NotImplemented: 501,
  RequestPayloadSizeLimitExceeded: 413,
  ResponsePayloadSizeLimitExceeded: 413,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** What office.js turns into an OfficeExtension.Error in the add-in. */
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

export const invalidArgument = (
  location: string,
  message = 'The argument is invalid or missing or has an incorrect format.',
) => new ExcelError('InvalidArgument', message, location);

export const itemNotFound = (location: string) =>
  new ExcelError('ItemNotFound', "The requested resource doesn't exist.", location);

export const itemAlreadyExists = (location: string) =>
  new ExcelError(
    'ItemAlreadyExists',
    'A resource with the same name or identifier already exists.',
    location,
  );

export const apiNotFound = (member: string) =>
  new ExcelError('ApiNotFound', `The embedded workbook does not have ${member}.`, member);
