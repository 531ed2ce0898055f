import { inWorkbook } from '../../../excel/context';
import { CellFrames, type Framed } from '../../../excel/sheets/frames';

/**
 * Frames on the sheet, always the latest that were asked for: while some are being moved, others that are asked for
 * only replace each other.
 */
export class Frames {
  private wanted?: Framed;
  private shown?: Framed;
  private moving?: Promise<void>;
  private readonly cellFrames = new CellFrames();

  /** @param onFault called when frames could not be moved, such as on a protected sheet */
  constructor(private readonly onFault: (error: unknown) => void) {}

  /** Frames on one sheet, or none at all. */
  show(framed: Framed | undefined): void {
    if (isSame(framed, this.wanted)) return;
    this.wanted = framed;
    this.moving ??= this.move().finally(() => (this.moving = undefined));
  }

  /** Resolves when the sheet shows what was asked for last. */
  async settled(): Promise<void> {
    await this.moving;
  }

  private async move(): Promise<void> {
    while (this.wanted !== this.shown) {
      const next = this.wanted;
      // What failed is not tried again until something else is asked for.
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
