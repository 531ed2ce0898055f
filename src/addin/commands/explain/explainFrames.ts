import { inWorkbook } from '../../../excel/context';
import { CellFrames, type Framed } from '../../../excel/sheets/frames';

/**
 * Frames on the sheet. While some are being moved, newer requests replace each other, so that only the latest
 * is drawn.
 */
export class Frames {
  private wanted?: Framed;
  private shown?: Framed;
  private moving?: Promise<void>;
  private readonly cellFrames = new CellFrames();

  /** @param onFault called if frames could not be moved, as on a protected sheet */
  constructor(private readonly onFault: (error: unknown) => void) {}

  /** Shows frames on one sheet, or none. */
  show(framed: Framed | undefined): void {
    if (isSame(framed, this.wanted)) return;
    this.wanted = framed;
    this.moving ??= this.move().finally(() => (this.moving = undefined));
  }

  /** Resolves when the sheet shows what was requested last. */
  async settled(): Promise<void> {
    await this.moving;
  }

  private async move(): Promise<void> {
    while (this.wanted !== this.shown) {
      const next = this.wanted;
      // A failed request is not repeated until there is another one.
      this.shown = next;
      await inWorkbook((context) =>
        next ? this.cellFrames.move(context, next) : this.cellFrames.remove(context),
      ).catch(this.onFault);
    }
  }
}

function isSame(a: Framed | undefined, b: Framed | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
