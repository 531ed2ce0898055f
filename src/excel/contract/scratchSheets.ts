import { addSheets, showSheet } from '../front';

const TITLE = /^Cellvolution check (\d+)/;
/** A name of each scratch sheet's own: nobody's own sheet is taken for one because of its title. */
const MARK = 'cellvolution.scratch';
/** So many sheets are added, and later removed, in one request. */
const AT_ONCE = 12;

/** Sheets to try things on, which go again; and the sheet that a person looks at comes back. */
export class ScratchSheets {
  private number = 0;
  private front = '';
  private unused: Excel.Worksheet[] = [];
  /** Titles of those that are there, or may be. */
  private readonly titles = new Set<string>();

  /** @param onAdded hears the id of each sheet before anything is done on it */
  constructor(
    private readonly context: Excel.RequestContext,
    private readonly onAdded: (id: string) => void,
  ) {}

  /** Remember the sheet that is in front; remove what an earlier check had to leave. */
  async open(): Promise<void> {
    const { worksheets } = this.context.workbook;
    const active = worksheets.getActiveWorksheet();
    active.load('id');
    worksheets.load('items/name');
    await this.context.sync();
    this.front = active.id;
    const similar = worksheets.items.filter(({ name }) => TITLE.test(name));
    // Whatever becomes of them, their titles are taken.
    this.number = similar.reduce((most, { name }) => Math.max(most, Number(TITLE.exec(name)?.[1])), 0);
    const marks = similar.map(({ names }) => names.getItemOrNullObject(MARK).load('name'));
    if (similar.length) await this.context.sync();
    for (const [index, sheet] of similar.entries()) if (!marks[index].isNullObject) sheet.delete();
  }

  /** An empty sheet that no clause has used. */
  async next(): Promise<Excel.Worksheet> {
    if (this.unused.length === 0) this.unused = await this.add();
    return this.unused.shift()!;
  }

  /** A title that no sheet has; should one get it, it is removed like the others. */
  newName(words = ''): string {
    const title = `Cellvolution check ${++this.number} ${words}`.trim();
    this.titles.add(title);
    return title;
  }

  /** Queue one more sheet. */
  addOne(words: string): Excel.Worksheet {
    return marked(this.context.workbook.worksheets.add(this.newName(words)));
  }

  private async add(): Promise<Excel.Worksheet[]> {
    const used = [...this.titles];
    const titles = Array.from({ length: AT_ONCE }, () => this.newName());
    const sheets = addSheets(
      this.context,
      titles.map((name) => ({ name, frozen: {} })),
    );
    for (const sheet of sheets) marked(sheet).load('id');
    this.delete(used);
    await this.context.sync();
    for (const { id } of sheets) this.onAdded(id);
    return sheets;
  }

  /** Remove all of them, in a request that does nothing else, and show what was in front. */
  async remove(): Promise<void> {
    if (this.front) await showSheet(this.context, this.front);
    this.delete([...this.titles]);
    await this.context.sync();
  }

  private delete(titles: readonly string[]): void {
    for (const title of titles) {
      this.context.workbook.worksheets.getItemOrNullObject(title).delete();
      this.titles.delete(title);
    }
  }
}

function marked(sheet: Excel.Worksheet): Excel.Worksheet {
  sheet.names.add(MARK, sheet.getRange('A1'));
  return sheet;
}
