/** An image as networks read it. */
export interface Pixels {
  /** [channels, height, width], 0 … 1. */
  readonly pixels: ArrayLike<number>;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/** How much darker than paper full ink is, of 255. */
const INK = 220;

/**
 * Red, green, blue and opacity of each pixel, [height, width, 4]. Three channels are red, green and blue; of any
 * other number of channels the first is ink, dark on light paper in both themes. Pixels typed by hand may lie outside
 * 0 … 1: the array clamps them.
 */
export function pixelColours({ pixels, channels, height, width }: Pixels): Uint8ClampedArray<ArrayBuffer> {
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
