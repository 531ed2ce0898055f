/** What pictures of all sizes are brought to. */
export interface PictureFrame {
  /** 1 is grey (luminance), 3 is red, green and blue. */
  readonly channels: 1 | 3;
  readonly height: number;
  readonly width: number;
  /** Turns light and dark over: dark ink on light paper becomes light on dark, as MNIST has it. */
  readonly invert?: boolean;
}

/** A decoded picture, as a canvas gives it. */
export interface Rgba {
  /** [height, width, 4], red, green, blue, opacity, 0 … 255. */
  readonly data: Uint8ClampedArray;
  readonly height: number;
  readonly width: number;
}

/** Where a picture lies in its frame, in whole pixels. */
export interface Place {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

const RGB = 3;
const WHITE = 255;

/** How bright red, green and blue are (ITU-R BT.601, as in Pillow's and OpenCV's grey). */
const LUMINANCE = [0.299, 0.587, 0.114];

/**
 * Brings a picture into a frame, [channels, height, width], 0 … 255. All of it is seen and nothing is distorted: it is
 * scaled to just fit, and what it leaves of the frame takes the mean colour of the picture's own border. Each pixel
 * is the mean of the area that it covers. What is transparent is taken to lie on white.
 */
export function inFrame(picture: Rgba, frame: PictureFrame): Uint8Array {
  const { channels, height, width, invert = false } = frame;
  const opaque = onWhite(picture);
  const place = fit(picture, frame);
  const scaled = scale(opaque, picture, place);
  const border = borderColour(opaque, picture);
  const framed = new Uint8Array(channels * height * width);
  const colour = new Float64Array(RGB);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [row, column] = [y - place.top, x - place.left];
      const inside = row >= 0 && row < place.height && column >= 0 && column < place.width;
      const at = (row * place.width + column) * RGB;
      for (let c = 0; c < RGB; c++) colour[c] = inside ? scaled[at + c] : border[c];
      for (let channel = 0; channel < channels; channel++) {
        const value = Math.round(channels === 1 ? luminance(colour) : colour[channel]);
        framed[(channel * height + y) * width + x] = invert ? WHITE - value : value;
      }
    }
  }
  return framed;
}

/** The greatest place in the middle of a frame that has the picture's proportions, to whole pixels. */
export function fit(
  picture: { readonly height: number; readonly width: number },
  frame: { readonly height: number; readonly width: number },
): Place {
  const factor = Math.min(frame.height / picture.height, frame.width / picture.width);
  const height = Math.max(1, Math.round(picture.height * factor));
  const width = Math.max(1, Math.round(picture.width * factor));
  const top = Math.floor((frame.height - height) / 2);
  const left = Math.floor((frame.width - width) / 2);
  return { top, left, height, width };
}

/** [height, width, 3]. */
function onWhite({ data, height, width }: Rgba): Float64Array {
  const opaque = new Float64Array(height * width * RGB);
  for (let pixel = 0; pixel < height * width; pixel++) {
    const opacity = data[4 * pixel + 3] / 255;
    for (let c = 0; c < RGB; c++) {
      opaque[RGB * pixel + c] = WHITE + opacity * (data[4 * pixel + c] - WHITE);
    }
  }
  return opaque;
}

/** [to.height, to.width, 3]: means of areas, first along the rows, then down the columns. */
function scale(
  pixels: Float64Array,
  from: { readonly height: number; readonly width: number },
  to: { readonly height: number; readonly width: number },
): Float64Array {
  const narrow = new Float64Array(from.height * to.width * RGB);
  for (let y = 0; y < from.height; y++) {
    const line = { start: y * from.width * RGB, stride: RGB, length: from.width };
    average(pixels, line, narrow, { start: y * to.width * RGB, stride: RGB, length: to.width });
  }
  const small = new Float64Array(to.height * to.width * RGB);
  for (let x = 0; x < to.width; x++) {
    const line = { start: x * RGB, stride: to.width * RGB };
    average(narrow, { ...line, length: from.height }, small, { ...line, length: to.height });
  }
  return small;
}

/** A row or a column of coloured pixels. */
interface Line {
  readonly start: number;
  readonly stride: number;
  readonly length: number;
}

/** Each pixel of `to` is the mean of the stretch of `from` that it covers, ends counted by their share. */
function average(pixels: Float64Array, from: Line, into: Float64Array, to: Line): void {
  const stretch = from.length / to.length;
  for (let i = 0; i < to.length; i++) {
    const [low, high] = [i * stretch, Math.min(from.length, (i + 1) * stretch)];
    for (let j = Math.floor(low); j < high; j++) {
      const share = (Math.min(high, j + 1) - Math.max(low, j)) / stretch;
      for (let c = 0; c < RGB; c++) {
        into[to.start + i * to.stride + c] += share * pixels[from.start + j * from.stride + c];
      }
    }
  }
}

/** The mean colour of the outermost pixels. */
function borderColour(pixels: Float64Array, { height, width }: Rgba): Float64Array {
  const sum = new Float64Array(RGB);
  let count = 0;
  for (let y = 0; y < height; y++) {
    const step = y === 0 || y === height - 1 ? 1 : Math.max(1, width - 1);
    for (let x = 0; x < width; x += step) {
      for (let c = 0; c < RGB; c++) sum[c] += pixels[(y * width + x) * RGB + c];
      count++;
    }
  }
  return sum.map((total) => total / count);
}

function luminance(colour: Float64Array): number {
  return LUMINANCE[0] * colour[0] + LUMINANCE[1] * colour[1] + LUMINANCE[2] * colour[2];
}
