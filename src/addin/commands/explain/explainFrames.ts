import { inWorkbook } from '../../../excel/context';
import type { CellFrames, Framed } from '../../../excel/sheets/frames';
import { removeFrames } from '../../../excel/sheets/frameShapes';
import { loaded } from '../../loaded';

/**
 * Frames on the sheet. While some are being moved, newer requests replace each other, so that only the latest
 * is drawn.
 */
export class Frames {
  private wanted?: Framed;
  private shown?: Framed;
  private moving?: Promise<void>;
  /** Loaded when something is first framed. */
  private cellFrames?: CellFrames;

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
      await this.draw(next).catch(this.onFault);
    }
  }

  private async draw(next: Framed | undefined): Promise<void> {
    const { cellFrames } = this;
    if (!next) return inWorkbook((context) => cellFrames?.remove(context) ?? removeFrames(context));
    const { CellFrames: Drawn } = await loaded(import('../../../excel/sheets/frames'));
    const frames = (this.cellFrames ??= new Drawn());
    await inWorkbook((context) => frames.move(context, next));
  }
}

function isSame(a: Framed | undefined, b: Framed | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
