import fc from 'fast-check';
import type { ImageSet, ImageSource } from '../../../src/data/imageSet';

/** An image set of two 2 × 2 images, a 'cat' and a 'dog', to be changed where a test wants. */
export function smallSet(changes: Partial<ImageSet> = {}): ImageSet {
  return {
    name: 'pets',
    channels: 1,
    height: 2,
    width: 2,
    count: 2,
    pixels: Uint8Array.from([0, 51, 102, 153, 204, 255, 1, 2]),
    pixelScale: 255,
    labels: Uint8Array.from([0, 1]),
    multiLabel: false,
    classes: ['cat', 'dog'],
    ...changes,
  };
}

/** Any set of bytes with classes '0', '1' …, one label to an image, each class held by some image. */
export const anySet: fc.Arbitrary<ImageSet> = fc
  .record({
    channels: fc.constantFrom(1, 3),
    side: fc.integer({ min: 1, max: 4 }),
    labels: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }),
  })
  .chain(({ channels, side, labels }) => {
    const size = channels * side * side * labels.length;
    const classes = [...new Set(labels)].sort();
    return fc.uint8Array({ minLength: size, maxLength: size }).map((pixels) => ({
      name: 'any',
      channels,
      height: side,
      width: side,
      count: labels.length,
      pixels: pixels.fill(255, 0, 1), // so that bytes are seen to be bytes
      pixelScale: 255,
      labels: Uint8Array.from(labels, (label) => classes.indexOf(label)),
      multiLabel: false,
      classes: classes.map((_, label) => String(label)),
    }));
  });

export function imageOf(source: ImageSource, index: number): number[] {
  const into = new Float64Array(source.channels * source.height * source.width);
  source.image(index, into, 0);
  return [...into];
}

export function targetOf(source: ImageSource, index: number): number[] {
  const into = new Float64Array(source.classes.length);
  source.target(index, into, 0);
  return [...into];
}
