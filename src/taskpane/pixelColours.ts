/** An image as networks have it: [channels, height, width], 0 … 1. */
export interface Pixels {
  readonly pixels: ArrayLike<number>;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/** How dark full ink is. */
const INK = 220;

/**
 * Red, green, blue and opacity of each pixel, [height, width, 4]. Three channels are red, green and blue; of any
 * other number the first is ink, dark on light in both themes: it is paper. Pixels typed by hand may lie outside
 * 0 to 1: the array clamps them.
 */
export function coloursOf({ pixels, channels, height, width }: Pixels): Uint8ClampedArray<ArrayBuffer> {
  const size = height * width;
  const colours = new Uint8ClampedArray(4 * size);
  for (let pixel = 0; pixel < size; pixel++) {
    for (let colour = 0; colour < 3; colour++) {
      colours[4 * pixel + colour] =
        channels === 3 ? 255 * pixels[colour * size + pixel] : 255 - INK * pixels[pixel];
    }
    colours[4 * pixel + 3] = 255;
  }
  return colours;
}
