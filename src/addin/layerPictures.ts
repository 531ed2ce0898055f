import { valueShape, type Block } from '../notebook/sheet/block';
import type { Plan } from '../notebook/sheet/plan';
import { valuesOf } from '../notebook/sheet/tensors';
import type { Network } from '../engine/network';

/** What the image and each layer look like for the image on the page: their first maps. */
export interface LayerPicture {
  /** The layer's name, or `input`. */
  readonly name: string;
  readonly maps: readonly {
    readonly values: Float64Array;
    readonly height: number;
    readonly width: number;
  }[];
  /** Maps that are not among them. */
  readonly others: number;
  readonly isNeverNegative: boolean;
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
      const { rows, columns } = valueShape(block);
      return { values: valuesOf(network, block).slice(), height: rows, width: columns };
    }),
    others: Math.max(0, all.length - MOST_MAPS),
    isNeverNegative: isNeverNegative.has(name),
  }));
}
