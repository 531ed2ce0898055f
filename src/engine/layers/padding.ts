import { paddedShape } from '../geometry';
import type { LayerShape, Pads, Shape } from '../layerShape';
import type { Passes } from '../passes';
import { noPads, type LayerBuffers } from './layer';

/**
 * The passes of a layer that pads its input with zeros: wraps the passes that `compile` makes for an already
 * padded input. Without padding the input is used as it is.
 */
export function overPadded(
  shape: LayerShape,
  buffers: LayerBuffers,
  compile: (shape: LayerShape, buffers: LayerBuffers) => Passes,
): Passes {
  const { input: plain, pads } = shape;
  if (Object.values(pads).every((pad) => pad === 0)) return compile(shape, buffers);
  const { batch, input, inputGradient } = buffers;
  const padded = paddedShape(plain, pads);
  const size = batch * padded.channels * padded.height * padded.width;
  const inner = { ...buffers, input: new Float64Array(size), inputGradient: new Float64Array(size) };
  const passes = compile({ ...shape, input: padded, pads: noPads }, inner);
  return {
    forward() {
      padInto(inner.input, input, plain, pads);
      passes.forward();
    },

    backward() {
      passes.backward();
      cropInto(inputGradient, inner.inputGradient, plain, pads);
    },
  };
}

/** Copies a batch of maps into the middle of padded ones; the padding is not touched. */
function padInto(
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

/** Copies the middle of padded maps out again: the reverse of `padInto`. */
function cropInto(
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
