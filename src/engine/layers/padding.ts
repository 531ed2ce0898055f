import type { LayerShape, Shape } from '../shapes';

type Pads = LayerShape['pads'];

/** The shape of an input with its pads around it. */
export function paddedShape({ channels, height, width }: Shape, pads: Pads): Shape {
  return { channels, height: pads.top + height + pads.bottom, width: pads.left + width + pads.right };
}

/** Copies a batch of maps into the middle of padded ones; what stands in the pads stays. */
export function padInto(
  padded: Float64Array,
  plain: Float64Array,
  { channels, height, width }: Shape,
  pads: Pads,
): void {
  const batch = plain.length / (channels * height * width);
  const paddedWidth = pads.left + width + pads.right;
  let from = 0;
  let to = 0;
  for (let plane = 0; plane < batch * channels; plane++) {
    to += pads.top * paddedWidth;
    for (let y = 0; y < height; y++) {
      to += pads.left;
      for (let x = 0; x < width; x++) padded[to++] = plain[from++];
      to += pads.right;
    }
    to += pads.bottom * paddedWidth;
  }
}

/** Copies the middle of a batch of padded maps out: the reverse of `padInto`. */
export function cropInto(
  plain: Float64Array,
  padded: Float64Array,
  { channels, height, width }: Shape,
  pads: Pads,
): void {
  const batch = plain.length / (channels * height * width);
  const paddedWidth = pads.left + width + pads.right;
  let from = 0;
  let to = 0;
  for (let plane = 0; plane < batch * channels; plane++) {
    from += pads.top * paddedWidth;
    for (let y = 0; y < height; y++) {
      from += pads.left;
      for (let x = 0; x < width; x++) plain[to++] = padded[from++];
      from += pads.right;
    }
    from += pads.bottom * paddedWidth;
  }
}
