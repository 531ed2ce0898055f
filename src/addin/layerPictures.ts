import { valueShape, type Block } from '../notebook/sheet/block';
import type { Plan } from '../notebook/sheet/plan';
import { valuesOf } from '../notebook/sheet/tensors';
import type { Network } from '../engine/network';

/** What the image and each layer look like for the image on the page: their first maps. */
export interface LayerPicture {
  /** The layer's name, or `input`. */
  readonly name: string;
  readonly maps: readonly MapPicture[];
  /** Maps that are not among them. */
  readonly others: number;
  readonly isNeverNegative: boolean;
}

export interface MapPicture {
  /** Name of its block. */
  readonly name: string;
  /** Names of the blocks that it is computed from: maps of the layer before, and its weights. */
  readonly reads: readonly string[];
  readonly values: Float64Array;
  readonly height: number;
  readonly width: number;
}

/** The most maps of a layer that are shown. */
const MOST_MAPS = 2;

/** From the image to the logits. Layers without cells of their own have no picture. */
export function layerPictures(
  { layout: { blocks, isNeverNegative } }: Plan,
  network: Network,
): LayerPicture[] {
  const byLayer = new Map<string, Block[]>();
  for (const block of blocks) {
    if (block.role !== 'input' && block.role !== 'map' && block.role !== 'logits') continue;
    const known = byLayer.get(block.source.tensor);
    if (known) known.push(block);
    else byLayer.set(block.source.tensor, [block]);
  }
  return [...byLayer].map(([name, all]) => ({
    name,
    maps: all.slice(0, MOST_MAPS).map((block) => {
      const { rows: height, columns: width } = valueShape(block);
      return {
        name: block.name,
        reads: block.reads,
        values: valuesOf(network, block).slice(),
        height,
        width,
      };
    }),
    others: Math.max(0, all.length - MOST_MAPS),
    isNeverNegative: isNeverNegative.has(name),
  }));
}
