import type { LayerSpec, NetworkSpec } from '../../engine/spec';
import { layerKindOf } from '../kinds/layers';
import type { Initial } from '../sheet/spec';
import { TYPED, type TypedColumn, type TypedRow } from './columns';
import type { SpecCell } from './layerRow';
import { layerWord } from './words';

/** The typed cells of a network's table, from which `parseModel` reads the same network. */
export function rowsOf({ layers }: NetworkSpec, initial: Readonly<Record<string, Initial>> = {}): TypedRow[] {
  const blank = Object.fromEntries(TYPED.map((column) => [column, ''])) as Record<TypedColumn, string>;
  return layers.map((layer) => ({
    ...blank,
    ...fieldsIn(layer),
    Layer: layerWord(layer.type, !('bias' in layer) || layer.bias),
    Name: layer.name,
    Initialiser: initialText(initial[`${layer.name}.${layerKindOf(layer).table.initialised}`]),
  }));
}

/** A field that is not given leaves its cell blank, except the activation, whose cell says 'none'. */
function fieldsIn(layer: LayerSpec): Partial<Record<TypedColumn, string | number>> {
  const fields = Object.entries<SpecCell<unknown>>(layerKindOf(layer).table.fields);
  const values = layer as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fields.flatMap(([field, { column, write, shownAs }]) => {
      const value = values[field] ?? shownAs;
      return value === undefined ? [] : [[column, write(value)]];
    }),
  );
}

/**
 * Numbers given by a starter, such as edge detectors, have no name: the cell stays blank, and they are kept.
 */
function initialText(initial: Initial | undefined): string {
  if (!initial || Array.isArray(initial)) return '';
  if ('standardDeviation' in initial) return `normal ${initial.standardDeviation}`;
  const { initialiser, argument } = initial as { initialiser: string; argument?: number };
  return argument === undefined ? initialiser : `${initialiser} ${argument}`;
}
