/**
 * `Office.context.document.getFileAsync`: hands out a copy of the document in slices. "No more than two documents are allowed
 * to be in memory": https://learn.microsoft.com/javascript/api/office/office.document#office-office-document-getfileasync-member(1)
 */

/** Numbers of calls on `window.external`, as office.js sends them. */
const GET_COPY = 77;
const GET_SLICE = 80;
const CLOSE = 81;

/** What office.js sends for `Office.FileType.Compressed`: the file as it would be saved. */
const COMPRESSED = 5;

const MOST = 2;

/** Numbers of errors, as office.js knows them. */
const NOT_SUPPORTED = 5000;
const INTERNAL_ERROR = 5001;
const INVALID_HANDLE = 5002;

/** @returns what is answered to one of these calls: an error number, or a payload */
export type CopyAnswer = number | readonly unknown[];

export class DocumentCopies {
  private readonly open = new Map<number, Uint8Array>();
  private next = 1;

  /** @param copy the bytes of the document as a file, as it is now */
  constructor(private readonly copy: () => Promise<Uint8Array>) {}

  /** The answer to a call; undefined for one that is about something else. */
  answer(call: number, params: readonly unknown[]): Promise<CopyAnswer> | undefined {
    if (call === GET_COPY) return this.begin(params);
    if (call === GET_SLICE) return Promise.resolve(this.slice(params));
    if (call === CLOSE) return Promise.resolve(this.open.delete(Number(params[0])) ? [] : INVALID_HANDLE);
    return undefined;
  }

  private async begin([type]: readonly unknown[]): Promise<CopyAnswer> {
    if (type !== COMPRESSED) return NOT_SUPPORTED;
    if (this.open.size >= MOST) return INTERNAL_ERROR;
    const handle = this.next++;
    let bytes: Uint8Array;
    try {
      bytes = await this.copy();
    } catch (error) {
      console.error(error);
      return INTERNAL_ERROR;
    }
    this.open.set(handle, bytes);
    return [handle, bytes.length];
  }

  private slice([handle, offset, size]: readonly unknown[]): CopyAnswer {
    const bytes = this.open.get(Number(handle));
    if (!bytes) return INVALID_HANDLE;
    const slice = bytes.subarray(Number(offset), Number(offset) + Number(size));
    return [[...slice], slice.length];
  }
}
