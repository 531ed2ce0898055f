import type { LayerType } from '../../engine/spec';
import { layerKinds } from '../kinds/layers';
import { TYPED, type TypedColumn, type TypedRow } from './columns';

/** The columns that a layer of a kind looks at. */
export function columnsOf(type: LayerType): readonly TypedColumn[] {
  const { fields, initialised } = layerKinds[type].table;
  const own = Object.values<{ column: TypedColumn }>(fields).map(({ column }) => column);
  return ['Layer', 'Name', ...own, ...(initialised ? (['Initialiser'] as const) : [])];
}

/**
 * A word on what was typed and has no effect: cells that a layer of this kind does not look at, a layer where it knows
 * nothing; '' when there is nothing to say.
 * @param position of the layer in the network, from 0
 */
export function unusedNote(cells: TypedRow, type: LayerType, position = 0): string {
  const note = layerKinds[type].table.note(position);
  if (note) return note;
  const used = columnsOf(type);
  const unused = TYPED.filter((column) => cells[column] !== '' && !used.includes(column));
  return unused.length ? `Not looked at here: ${unused.join(', ')}.` : '';
}
