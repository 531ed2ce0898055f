import { copyOfDocument, documentName, handsOutCopies } from '../../documentCopy';
import type { Chapter } from '../clause';

/** How zip archives begin, and so workbook files. */
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];

export const DOCUMENT: Chapter = {
  object: 'Document',
  onlyCells: true,
  clauses: [
    {
      name: 'A copy of the document is handed out in slices, and is a workbook file',
      page: 'https://learn.microsoft.com/javascript/api/office/office.document#office-office-document-getfileasync-member(1)',
      members: [
        'Document.getFileAsync()',
        'Document.url',
        'FileType.Compressed',
        'File.sliceCount',
        'File.getSliceAsync()',
        'File.closeAsync()',
        'Slice.data',
        'AsyncResult.status',
        'AsyncResult.value',
        'AsyncResult.error',
        'AsyncResultStatus.Succeeded',
        'Context.document',
      ],
      async check() {
        if (!handsOutCopies()) return { found: 'none here', promised: 'none here' };
        const begin = new Uint8Array(await firstBytes(await copyOfDocument(() => undefined)));
        return { found: [[...begin], typeof documentName()], promised: [ARCHIVE, 'string'] };
      },
    },
  ],
};

function firstBytes(content: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error('the copy cannot be read'));
    reader.readAsArrayBuffer(content.slice(0, ARCHIVE.length));
  });
}
