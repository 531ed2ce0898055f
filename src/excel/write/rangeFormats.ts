import { toA1, type Rect } from '../../notebook/sheet/address';
import { untracked } from '../context';
import { FRAME } from './colours';

/** Excel takes addresses of several ranges up to this length. */
const LONGEST_ADDRESS = 250;

/** "AD11:AF13,AD38:AF40", as few as hold all rectangles. */
export function addressesOf(rects: Iterable<Rect>): string[] {
  const addresses: string[] = [];
  for (const rect of rects) {
    const next = toA1(rect);
    const last = addresses.at(-1);
    if (last !== undefined && last.length + next.length < LONGEST_ADDRESS)
      addresses[addresses.length - 1] = `${last},${next}`;
    else addresses.push(next);
  }
  return addresses;
}

/** Queue a format for many rectangles of a sheet, in as few requests as their addresses allow. */
export function formatAll(
  sheet: Excel.Worksheet,
  rects: Iterable<Rect>,
  set: (format: Excel.RangeFormat) => void,
): void {
  // The format of several ranges at once has every member that is set here.
  for (const address of addressesOf(rects))
    set(untracked(sheet.getRanges(address)).format as unknown as Excel.RangeFormat);
}

/** Queue a frame around each range. */
export function frame({ borders }: Excel.RangeFormat, colour: string = FRAME): void {
  for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
    const border = borders.getItem(edge);
    border.style = 'Continuous';
    border.color = colour;
  }
}
