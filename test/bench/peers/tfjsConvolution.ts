import * as tf from '@tensorflow/tfjs-core';

/**
 * A convolution that the WebAssembly backend can go back through. As it comes it cannot: it has no kernel for the
 * gradient of the filters. Both gradients are convolutions again, of which it has a fast one; for that of the input this
 * is faster than its own kernel, too.
 *
 * @param input `[batch, height, width, channels]`
 * @param filters `[height, width, channels, outputs]`, of an odd number of rows and columns
 * @param isFirst nobody asks for the gradient of this input
 */
export function convolve(
  input: tf.Tensor4D,
  filters: tf.Tensor4D,
  padding: 'valid' | 'same',
  isFirst: boolean,
): tf.Tensor4D {
  const size = filters.shape[0];
  const pads = padding === 'same' ? (size - 1) / 2 : 0;
  const forward = (x: tf.Tensor4D, w: tf.Tensor4D) => tf.conv2d(x, w, 1, padding);
  if (isFirst) {
    const ofFilters = tf.customGrad((w) => ({
      value: forward(input, w as tf.Tensor4D),
      gradFunc: (dy) => filterGradient(input, dy as tf.Tensor4D, pads),
    }));
    return ofFilters(filters) as tf.Tensor4D;
  }
  const ofBoth = tf.customGrad((x, w, save) => {
    (save as tf.GradSaveFunc)([x as tf.Tensor, w as tf.Tensor]);
    return {
      value: forward(x as tf.Tensor4D, w as tf.Tensor4D),
      gradFunc: (dy, saved) => {
        const [savedInput, savedFilters] = saved as tf.Tensor4D[];
        return [
          inputGradient(dy as tf.Tensor4D, savedFilters, size - 1 - pads),
          filterGradient(savedInput, dy as tf.Tensor4D, pads),
        ];
      },
    };
  });
  return ofBoth(input, filters) as tf.Tensor4D;
}

/** The gradient of the output, with the filters turned by half a turn. */
function inputGradient(dy: tf.Tensor4D, filters: tf.Tensor4D, pads: number): tf.Tensor4D {
  const turned = tf.transpose(tf.reverse(filters, [0, 1]), [0, 1, 3, 2]);
  return tf.conv2d(padded(dy, pads), turned, 1, 'valid');
}

/** The input, with the gradient of the output for filters; images and channels change places. */
function filterGradient(input: tf.Tensor4D, dy: tf.Tensor4D, pads: number): tf.Tensor4D {
  const images = tf.transpose(padded(input, pads), [3, 1, 2, 0]);
  return tf.transpose(tf.conv2d(images, tf.transpose(dy, [1, 2, 0, 3]), 1, 'valid'), [1, 2, 0, 3]);
}

function padded(maps: tf.Tensor4D, pads: number): tf.Tensor4D {
  if (pads === 0) return maps;
  return tf.pad(maps, [
    [0, 0],
    [pads, pads],
    [pads, pads],
    [0, 0],
  ]);
}
