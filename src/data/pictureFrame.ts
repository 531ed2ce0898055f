/** The size and channels that pictures are converted to. */
export interface PictureFrame {
  /** 1 is grey (luminance), 3 is red, green and blue. */
  readonly channels: 1 | 3;
  readonly height: number;
  readonly width: number;
  /** Inverts brightness: dark ink on light paper becomes light on dark, as in MNIST. */
  readonly invert?: boolean;
}

/** A decoded picture, as a canvas returns it. */
export interface Rgba {
  /** [height, width, 4]: red, green, blue, opacity, 0 … 255. */
  readonly data: Uint8ClampedArray;
  readonly height: number;
  readonly width: number;
}

/** The area of the frame that a picture covers, in whole pixels. */
export interface PicturePlacement {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

const RGB = 3;
const WHITE = 255;

/** Weights of red, green and blue in brightness (ITU-R BT.601, as in Pillow's and OpenCV's grey). */
const LUMINANCE = [0.299, 0.587, 0.114];

/**
 * Fits a picture into a frame, [channels, height, width], 0 … 255, without cropping or distortion: it is
 * scaled to just fit, and the rest of the frame takes the mean colour of the picture's border. Each pixel is
 * the mean of the area it covers. Transparency is shown on white.
 */
export function fitIntoFrame(picture: Rgba, frame: PictureFrame): Uint8Array {
  const { channels, height, width, invert = false } = frame;
  const opaque = onWhite(picture);
  const place = placementIn(picture, frame);
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

/** The largest centred area of a frame with the picture's proportions, to whole pixels. */
export function placementIn(
  picture: { readonly height: number; readonly width: number },
  frame: { readonly height: number; readonly width: number },
): PicturePlacement {
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

/** [to.height, to.width, 3]: area means, first along rows, then along columns. */
function scale(
  pixels: Float64Array,
  from: { readonly height: number; readonly width: number },
  to: { readonly height: number; readonly width: number },
): Float64Array {
  const narrow = new Float64Array(from.height * to.width * RGB);
  for (let y = 0; y < from.height; y++) {
    const line = { start: y * from.width * RGB, stride: RGB, length: from.width };
    averageAlong(pixels, line, narrow, { start: y * to.width * RGB, stride: RGB, length: to.width });
  }
  const small = new Float64Array(to.height * to.width * RGB);
  for (let x = 0; x < to.width; x++) {
    const line = { start: x * RGB, stride: to.width * RGB };
    averageAlong(narrow, { ...line, length: from.height }, small, { ...line, length: to.height });
  }
  return small;
}

/** How the pixels of a row or column lie in an array. */
interface Line {
  readonly start: number;
  readonly stride: number;
  readonly length: number;
}

/**
 * Each pixel of `to` becomes the mean of the part of `from` that it covers; pixels covered in part count in
 * part.
 */
function averageAlong(pixels: Float64Array, from: Line, into: Float64Array, to: Line): void {
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
