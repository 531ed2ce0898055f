import type { MapPicture } from '../../addin/layerPictures';

/** Whether a block of its layer is the map itself, or belongs to it as its filter does. */
export function isAt({ name, reads }: MapPicture, block: string | undefined): boolean {
  return block !== undefined && (name === block || reads.includes(block));
}
