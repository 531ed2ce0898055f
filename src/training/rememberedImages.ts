import type { ImageSource } from '../data/imageSet';
import { HUNDREDTHS } from '../data/generators/generator';

/** One image with its target, both in bytes. */
interface Remembered {
  /** In hundredths, as generators draw. */
  readonly pixels: Uint8Array;
  readonly target: Uint8Array;
}

/** A generator whose images of certain indexes are drawn once and then remembered, bit for bit. */
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
