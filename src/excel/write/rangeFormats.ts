import { toA1, toAbsoluteA1, type Rect } from '../../notebook/sheet/address';
import { untracked } from '../context';
import { BYTES, type Requests } from '../requests';
import { FRAME } from '../../notebook/sheet/colours';

/**
 * Longest address of several ranges that Excel accepts (OfficeDev/office-js #5198: one of 8,207 fails;
 * office-js-docs-pr #2348). Counted with dollar signs, "$AD$11:$AF$13", as Excel may rewrite it.
 */
const LONGEST_ADDRESS = 8192;

/** "AD11:AF13,AD38:AF40": as few addresses as contain all rectangles. */
export function addressesOf(rects: Iterable<Rect>): string[] {
  const addresses: string[][] = [];
  let length = Infinity;
  for (const rect of rects) {
    const next = toAbsoluteA1(rect).length + 1;
    if (length + next > LONGEST_ADDRESS) {
      addresses.push([]);
      length = 0;
    }
    addresses.at(-1)!.push(toA1(rect));
    length += next;
  }
  return addresses.map((parts) => parts.join());
}

/** Bytes of one format's settings; of those used here, a frame takes the most. */
const FORMAT_BYTES = 12 * BYTES.call;

/** Queues a format for many rectangles of a sheet, in as few calls as possible. */
export async function formatAll(
  requests: Requests,
  sheet: Excel.Worksheet,
  rects: Iterable<Rect>,
  set: (format: Excel.RangeFormat) => void,
): Promise<void> {
  for (const address of addressesOf(rects)) {
    await requests.room(address.length + FORMAT_BYTES);
    // RangeAreas.format has every member used here.
    set(untracked(sheet.getRanges(address)).format as unknown as Excel.RangeFormat);
  }
}

/** Queues a frame around each range. */
export function frame({ borders }: Excel.RangeFormat, colour: string = FRAME): void {
  for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
    const border = borders.getItem(edge);
    border.style = 'Continuous';
    border.color = colour;
  }
}
