/**
 * While it paints, Univer looks up each cell in view up to seven times, and each time has its number format, its conditional
 * formats and its protection worked out. Nothing changes within one painting, so the first answer holds.
 */
import { Worksheet } from '@univerjs/core';
import { Scene } from '@univerjs/preset-sheets-core';

type Looked = ReturnType<Worksheet['getCell']>;

/** More columns than a sheet has. */
const COLUMNS = 1 << 15;

export function lookUpCellsOnce(): void {
  /** By sheet and cell, what was looked up since the painting began; null between paintings. */
  let known: Map<Worksheet, Map<number, Looked>> | null = null;
  const { getCell } = Worksheet.prototype;
  Worksheet.prototype.getCell = function (this: Worksheet, row, column) {
    if (!known) return getCell.call(this, row, column);
    let cells = known.get(this);
    if (!cells) known.set(this, (cells = new Map()));
    const cell = row * COLUMNS + column;
    let found = cells.get(cell);
    if (found === undefined && !cells.has(cell)) cells.set(cell, (found = getCell.call(this, row, column)));
    return found;
  };
  const { render } = Scene.prototype;
  Scene.prototype.render = function (this: Scene, ...where) {
    if (known) return render.apply(this, where);
    known = new Map();
    try {
      return render.apply(this, where);
    } finally {
      known = null;
    }
  };
}
