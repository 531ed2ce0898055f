import type { LayerType } from '../../engine/spec';
import { layerKinds } from '../kinds/layers';
import { TYPED, type TypedColumn, type TypedRow } from './columns';

/** The columns that a kind of layer uses. */
export function columnsOf(type: LayerType): readonly TypedColumn[] {
  const { fields, initialised } = layerKinds[type].table;
  const own = Object.values<{ column: TypedColumn }>(fields).map(({ column }) => column);
  return ['Layer', 'Name', ...own, ...(initialised ? (['Initialiser'] as const) : [])];
}

/**
 * A note about typing without effect: cells that this kind of layer does not use, or a layer that does
 * nothing at its position; '' if there is none.
 * @param position of the layer in the network, from 0
 */
export function unusedNote(cells: TypedRow, type: LayerType, position = 0): string {
  const note = layerKinds[type].table.note(position);
  if (note) return note;
  const used = columnsOf(type);
  const unused = TYPED.filter((column) => cells[column] !== '' && !used.includes(column));
  return unused.length ? `Ignored here: ${unused.join(', ')}.` : '';
}
