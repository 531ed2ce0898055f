import type { LayerShape } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import type { ScoreWord } from '../sheet/scoreWord';
import type { TypedColumn } from './columns';

/** One kind of layer in the model table. */
export interface LayerRow<Spec extends LayerSpec> {
  /** Its names: the table offers the first and understands the others. */
  readonly words: readonly [string, ...string[]];
  /** Layers without a name are numbered under it: "conv1", "conv2", … */
  readonly shortName: string;
  /**
   * What it does, in a few words for the head of its cells: "2 filters 3×3".
   * @param makes what one of its numbers is called
   */
  does(spec: Spec, shape: LayerShape, makes: ScoreWord): string;
  /** Whether it may be without a bias. */
  readonly biasIsOptional?: boolean;
  /** The cell of each field of its spec, in the order of reading; it uses no other cells. */
  readonly fields: LayerFields<Spec>;
  /** The parameter that the column Initialiser sets; undefined if that column is not used. */
  readonly initialised: string | undefined;
  /** The arithmetic of its parameters: "3·3·2·8 + 8"; '' if it has none. */
  parameters(spec: Spec, shape: LayerShape): string;
  /** How much of the maps it reads one of its outputs depends on. */
  readonly sees: 'its kernel' | 'the whole map';
  /**
   * A note about a layer at a position where it has no effect; '' if there is none. @param position in the
   * network, from 0
   */
  note(position: number): string;
}

/** Whether a layer has a bias is said in the cell of its kind: "convolution without bias". */
export type LayerFields<Spec extends LayerSpec> = {
  readonly [Field in Exclude<keyof Spec, 'type' | 'name' | 'bias'>]-?: SpecCell<
    NonNullable<Spec[Field]>,
    Spec
  >;
};

/** The cell of one field of a spec. */
export interface SpecCell<Value, Spec = unknown> {
  readonly column: TypedColumn;
  /**
   * @param typed as Excel returns it: "" for a blank
   * @param before the fields read before it
   * @throws CellFault if the value is invalid
   */
  read(typed: unknown, before: Partial<Spec>): Value;
  /** The content to write into the cell. */
  write(value: Value): string | number;
  /** What to write if the spec does not give the field; undefined leaves the cell blank. */
  readonly shownAs: Value | undefined;
}
