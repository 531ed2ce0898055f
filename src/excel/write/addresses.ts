import { toA1, type Rect } from '../../notebook/sheet/address';

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
