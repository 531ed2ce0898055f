/** Workbook files: a copy of the open document as a download, and a file as a new document. */
import { documentOf } from '../../book/document';
import type { CurrentDocument } from '../../documents/currentDocument';
import type { AddinIdentity } from '../../files';
import type { Book } from '../../objects/book';
import { texts } from '../../texts';

const words = texts.documents;
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface FilesSurroundings {
  readonly book: Book;
  readonly current: CurrentDocument;
  /** As in `openBook`. */
  readonly betweenRequests: <Result>(work: () => Result) => Promise<Result>;
  /** Whose settings the document holds. */
  readonly addin: () => AddinIdentity;
  readonly showAlert: (title: string, message: string) => void;
  /** Ends the editing of a cell. */
  readonly endCellEdit: () => Promise<void>;
}

/** Loaded when the first file is opened or saved. */
const room = () => import('../../files');

export class WorkbookFiles {
  constructor(private readonly around: FilesSurroundings) {}

  /** The document as it is now, as a file. */
  async copy(): Promise<Uint8Array> {
    const { book, betweenRequests, addin } = this.around;
    const { documentToXlsx } = await room();
    const document = await betweenRequests(() => structuredClone(documentOf(book)));
    return documentToXlsx(document, addin());
  }

  /** Downloads the document as it is now. */
  async saveCopy(): Promise<void> {
    const { current, showAlert, endCellEdit } = this.around;
    await endCellEdit();
    try {
      download(await this.copy(), words.fileName(current.entry.name));
    } catch (error) {
      showAlert(words.notSaved, messageOf(error));
    }
  }

  /** Asks for a file and opens it as a new document. */
  choose(): void {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = `.xlsx,.xlsm,${TYPE}`;
    field.addEventListener('change', () => {
      const file = field.files?.[0];
      if (file) void this.open(file);
    });
    field.click();
  }

  /** Opens a file as a new document; the page is loaded anew for it. */
  async open(file: File): Promise<void> {
    const { book, current, addin, showAlert } = this.around;
    if (!current.hasLibrary) {
      showAlert(words.notOpened, words.cannotKeep);
      return;
    }
    try {
      const { xlsxToDocument } = await room();
      const name = file.name.replace(/\.xls[xm]$/i, '');
      const isFunction = (each: string) => book.grid.calculation.argumentsOf(each) !== null;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const opened = await xlsxToDocument(bytes, name, addin(), isFunction);
      const notice = opened.leftOut.length > 0 ? words.leftOut(opened.leftOut) : undefined;
      location.href = await current.add(opened.document, name, notice);
    } catch (error) {
      showAlert(words.notOpened, messageOf(error));
    }
  }

  /** Ctrl+S saves a copy; a file that is dropped onto the page is opened. */
  listen(): void {
    window.addEventListener(
      'keydown',
      (event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
        event.preventDefault();
        event.stopPropagation();
        void this.saveCopy();
      },
      { capture: true },
    );
    window.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    window.addEventListener('drop', (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void this.open(file);
    });
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function download(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: TYPE }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
