import type { Edit } from '../../../excel/read/watch';
import { overlap, parseA1 } from '../../../notebook/sheet/address';

/** Tells of an edit whether one of these changed the same cells. A macro may change thousands, one by one. */
export function coveredBy(edits: readonly Edit[]): (edit: Edit) => boolean {
  const placeOf = ({ worksheetId, address }: Edit) => `${worksheetId} ${address}`;
  const places = new Set(edits.map(placeOf));
  const areas = edits.filter(({ address }) => address.includes(':'));
  return (edit) =>
    places.has(placeOf(edit)) ||
    areas.some(
      ({ worksheetId, address }) =>
        worksheetId === edit.worksheetId && overlap(parseA1(address), parseA1(edit.address)),
    );
}
