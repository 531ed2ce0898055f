import type { Padding, Stride } from '../../engine/spec';
import type { MaskRule } from './chance';
import type { Lattice } from './lattice';
import type { CellId } from './meaning';

/** A map as it stands on the sheet, and how its windows slide. */
export interface SlidMap {
  readonly lattice: Lattice;
  readonly stride: Stride;
  readonly padding: Padding;
  /** Cells that were computed beyond the last window that fits. */
  readonly extra: readonly CellId[];
}

/** A convolution as it was found on a sheet. */
export interface FoundConvolution {
  readonly kind: 'conv2d';
  readonly kernel: readonly [number, number];
  readonly stride: Stride;
  readonly dilation: number;
  readonly padding: Padding;
  readonly rectified: boolean;
  /** Its maps stand in no cells of the sheet, which goes on with them inside a formula. */
  readonly isHidden?: boolean;
  /** By filter: its matrices, one for each channel. */
  readonly filters: readonly (readonly Lattice[])[];
  /** By filter: the cell of its bias; undefined if the layer has none. */
  readonly biases: readonly CellId[] | undefined;
  /** By filter. */
  readonly maps: readonly SlidMap[];
}

/** A pool as it was found on a sheet. */
export interface FoundPool {
  readonly kind: 'maxPool2d' | 'averagePool2d';
  readonly size: readonly [number, number];
  readonly stride: Stride;
  readonly padding: Padding;
  /** Its maps stand in no cells of the sheet. */
  readonly isHidden?: boolean;
  /** By channel. */
  readonly maps: readonly SlidMap[];
}

/** Dropout as it was found on a sheet: numbers, each times a mask that is drawn by RAND(). */
export interface FoundDropout extends MaskRule {
  readonly kind: 'dropout';
  /** Whether the masked numbers stand on the sheet. */
  readonly isShown: boolean;
  /** By channel: the masked numbers; where they are not shown, those that are masked. */
  readonly maps: readonly SlidMap[];
  /** By channel; undefined where masks are drawn inside formulas. */
  readonly masks: readonly MaskCells[] | undefined;
}

/** Where the masks of a map stand, on this sheet or another. */
export interface MaskCells {
  readonly sheet: string;
  readonly lattice: Lattice;
}

/** A dense layer as it was found on a sheet. */
export interface FoundDense {
  readonly kind: 'dense';
  readonly rectified: boolean;
  /** By unit: the cell of its output. */
  readonly outputs: readonly CellId[];
  /** By unit: its weights, as the maps that they are multiplied with. */
  readonly weights: readonly (readonly Lattice[])[];
  readonly biases: readonly CellId[] | undefined;
  /** Weights that are multiplied with what does not belong to the maps. */
  readonly extra: readonly CellId[];
}

export type FoundLayer = FoundConvolution | FoundPool | FoundDropout | FoundDense;

/** A network as it was found in the formulas of a sheet. */
export interface FoundNetwork {
  /** The image: a rectangle for each of its channels. */
  readonly input: readonly Lattice[];
  /** From the image on; the last is dense. */
  readonly layers: readonly FoundLayer[];
}
