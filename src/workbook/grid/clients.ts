/**
 * The clients of Excel in which people have the workbook open at the same time, as co-authors. Here they work on one
 * workbook, so what one does is there for all at once; in Excel it takes a moment. What each client keeps to itself is
 * the active sheet, undo, and which events it is sent:
 * https://learn.microsoft.com/office/dev/add-ins/excel/co-authoring-in-excel-add-ins
 */

/** The client whose grid is on the screen; the co-authors' have other numbers. */
export const THIS_CLIENT = 0;

export class Clients {
  /** The client whose add-in's request is carried out. */
  ofAddin = THIS_CLIENT;
  /** The client in which a person acts. */
  ofPerson = THIS_CLIENT;
  /** The active sheets of co-authors, by client. */
  private readonly sheets = new Map<number, string>();

  /** Whether the add-in of a co-author is served now. */
  get isCoauthorServed(): boolean {
    return this.ofAddin !== THIS_CLIENT;
  }

  /** The id of the sheet that the served add-in's client shows; undefined if it shows what this client does. */
  get activeSheet(): string | undefined {
    return this.sheets.get(this.ofAddin);
  }

  /** Called when a sheet becomes the active one of a co-author. */
  activated: (sheetId: string, left: string | null, client: number) => void = () => undefined;

  /** Makes a sheet the active one in the served add-in's client, which is a co-author's; `left` was it before. */
  activate(sheetId: string, left: string | null): void {
    this.sheets.set(this.ofAddin, sheetId);
    if (sheetId !== left) this.activated(sheetId, left, this.ofAddin);
  }
}
