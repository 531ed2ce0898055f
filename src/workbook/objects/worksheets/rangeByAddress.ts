/** Ranges of a worksheet by address or name. */
import { parseRect, splitAddresses, splitSheet } from '../../addresses/a1';
import { Rect } from '../../addresses/rect';
import { invalidArgument } from '../../host/errors';
import type { Argument } from '../../host/excelObject';
import { text, textOr } from '../arguments';
import { NamedItemCollection } from '../names/namedItem';
import { Range } from '../ranges/range';
import { RangeAreas } from '../ranges/rangeAreas';
import type { Worksheet } from './worksheet';

/** A range by address or name; without either, the whole sheet. */
export function rangeByAddress(self: Worksheet, address: Argument, location: string): Range {
  if (address === undefined || address === null || address === '')
    return new Range(self.book, self.id, Rect.WHOLE_SHEET);
  const { sheet, address: local } = splitSheet(text(address, location));
  if (sheet !== null && sheet.toLowerCase() !== self.sheet.getName().toLowerCase())
    throw invalidArgument(location);
  const found = parseRect(local);
  if (found) return new Range(self.book, self.id, found);
  const named =
    new NamedItemCollection(self.book, self.id).find(local) ??
    new NamedItemCollection(self.book, null).find(local);
  const range = named?.range;
  if (!range) throw invalidArgument(location);
  return range;
}

/** OfficeDev/office-js #5198: of 8,207 characters they are refused; office-js-docs-pr #2348 names the limit. */
const LONGEST_ADDRESSES = 8192;

/** Ranges by addresses or names, separated by commas or semicolons. */
export function rangeAreasByAddress(self: Worksheet, address: Argument): RangeAreas {
  const location = 'Worksheet.getRanges';
  const addresses = textOr(address, '', location);
  if (addresses.length > LONGEST_ADDRESSES) throw invalidArgument(location);
  const parts = splitAddresses(addresses);
  return new RangeAreas(parts.map((part) => rangeByAddress(self, part, location)));
}
