import type { ImageSource } from '../data/imageSet';
import { HUNDREDTHS } from '../data/generators/generator';

/** One image with its target, as bytes. */
interface Remembered {
  /** In hundredths: generators draw in whole hundredths, so nothing is lost. */
  readonly pixels: Uint8Array;
  readonly target: Uint8Array;
}

/** A generator that remembers images with certain indexes once they are drawn; bit for bit the same. */
export function remembering(generator: ImageSource, isRemembered: (index: number) => boolean): ImageSource {
  const remembered = new Map<number, Remembered>();
  const recalled = (index: number) => {
    const known = remembered.get(index) ?? drawn(generator, index);
    remembered.set(index, known);
    return known;
  };
  return {
    ...generator,
    image(index, into, offset) {
      if (!isRemembered(index)) return generator.image(index, into, offset);
      const { pixels } = recalled(index);
      for (let i = 0; i < pixels.length; i++) into[offset + i] = pixels[i] / HUNDREDTHS;
    },
    target(index, into, offset) {
      if (!isRemembered(index)) return generator.target(index, into, offset);
      into.set(recalled(index).target, offset);
    },
  };
}

function drawn(generator: ImageSource, index: number): Remembered {
  const pixels = new Float64Array(generator.channels * generator.height * generator.width);
  const target = new Float64Array(generator.classes.length);
  generator.image(index, pixels, 0);
  generator.target(index, target, 0);
  return {
    pixels: Uint8Array.from(pixels, (value) => Math.round(value * HUNDREDTHS)),
    target: Uint8Array.from(target),
  };
}
