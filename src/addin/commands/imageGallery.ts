import type { ImageSource } from '../../data/imageSet';
import { ImagesLentError } from '../../training/images';

/** A small picture of an image, with a caption. */
export interface Picture {
  /** Number of the image, from 1. */
  readonly image: number;
  /** [channels, height, width], 0 … 1. */
  readonly pixels: Float64Array;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly caption: string;
}

export interface Gallery {
  readonly title: string;
  readonly pictures: readonly Picture[];
}

/** The most pictures shown. */
export const MOST_PICTURES = 48;

/** The gallery of some images: pictures, or why there are none now. */
export function galleryOf(
  title: string,
  ...asked: Parameters<typeof picturesOf>
): { readonly gallery: Gallery } | { readonly notice: string } {
  try {
    return { gallery: { title, pictures: picturesOf(...asked) } };
  } catch (error) {
    if (error instanceof ImagesLentError) return { notice: error.message };
    throw error;
  }
}

/** Images of a source as pictures. */
function picturesOf(
  source: ImageSource,
  indexes: readonly number[],
  captionOf: (index: number, position: number) => string = (index) => source.label(index),
): Picture[] {
  const { channels, height, width } = source;
  return indexes.slice(0, MOST_PICTURES).map((index, position) => {
    const pixels = new Float64Array(channels * height * width);
    source.image(index, pixels, 0);
    return { image: index + 1, pixels, channels, height, width, caption: captionOf(index, position) };
  });
}
