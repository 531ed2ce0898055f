/** A megabyte, of the four that Excel hands out at most: a web client sends each slice in one answer. */
const SLICE = 1024 * 1024;

/** Excel's own words for why there is no copy. */
export class CopyError extends Error {}

/** Whether this Excel hands out copies of its document; that on an iPad does not. */
export const handsOutCopies = (): boolean =>
  Office.context.requirements.isSetSupported('CompressedFile', '1.1');

/**
 * The workbook as a file (.xlsx), as it is now, saved or not.
 * https://learn.microsoft.com/javascript/api/office/office.document#office-office-document-getfileasync-member(1)
 * @param told how many megabytes there are so far, of how many
 * @throws CopyError where Excel makes none
 */
export async function copyOfDocument(told: (done: number, total: number) => void): Promise<Blob> {
  const file = await answered<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done),
  );
  try {
    const slices: Uint8Array<ArrayBuffer>[] = [];
    for (let at = 0; at < file.sliceCount; at++) {
      const slice = await answered<Office.Slice>((done) => file.getSliceAsync(at, done));
      slices.push(new Uint8Array(slice.data as ArrayLike<number>));
      told(at + 1, file.sliceCount);
    }
    return new Blob(slices, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
  } finally {
    // Excel keeps at most two copies; one that is not closed stays until the add-in ends.
    file.closeAsync();
  }
}

/** The name of the workbook's file without its folder and ending; '' for a workbook that was never saved. */
export function documentName(): string {
  const path = Office.context.document.url ?? '';
  const name = path.split(/[\\/]/).pop() ?? '';
  const isAddress = /^https?:/.test(path);
  return (isAddress ? decoded(name) : name).replace(/\.xls[xmb]?$/i, '');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replace(/[?#].*$/, ''));
  } catch {
    return name;
  }
}

function answered<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(new CopyError(error.message));
    }),
  );
}
