import type { LayerShape } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import type { TypedColumn } from './columns';

/** What the model table knows of one kind of layer. */
export interface LayerRow<Spec extends LayerSpec> {
  /** What people call it: the first word is what the table offers, the others are understood as well. */
  readonly words: readonly [string, ...string[]];
  /** Layers without a name are called after it: "conv1", "conv2", … */
  readonly shortName: string;
  /** In which cell each field of its spec stands; a layer looks at no other cells. They are read in this order. */
  readonly fields: LayerFields<Spec>;
  /** The parameter whose first values the column Initialiser is about; undefined where that column is not looked at. */
  readonly initialised: string | undefined;
  /** The arithmetic of its parameters: "3·3·2·8 + 8"; '' where it learns nothing. */
  parameters(spec: Spec, shape: LayerShape): string;
  /** What a number that it makes sees of the map that it reads: what its kernel covers, or all of it. */
  readonly sees: 'its kernel' | 'the whole map';
  /** A word on a layer that stands where it does nothing. @param position in the network, from 0 */
  note(position: number): string;
}

export type LayerFields<Spec extends LayerSpec> = {
  readonly [Field in Exclude<keyof Spec, 'type' | 'name'>]-?: SpecCell<NonNullable<Spec[Field]>, Spec>;
};

/** The cell of one field of a spec. */
export interface SpecCell<Value, Spec = unknown> {
  readonly column: TypedColumn;
  /**
   * @param typed as Excel gives it: "" for a blank
   * @param before the fields that were read already
   * @throws CellFault when it cannot be what it should be
   */
  read(typed: unknown, before: Partial<Spec>): Value;
  /** What to write into the cell. */
  write(value: Value): string | number;
  /** What is written of a spec that does not give the field; undefined for a blank cell. */
  readonly shownAs: Value | undefined;
}
