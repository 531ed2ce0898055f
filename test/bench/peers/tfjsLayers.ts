import * as tf from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../../src/engine/spec';
import type { Problem } from '../problem';
import { convolve } from './tfjsConvolution';

type Parameters = ReadonlyMap<string, tf.Tensor>;

/** All layers, in operators that tfjs can go back through. */
export function tfjsLogits(problem: Problem, images: tf.Tensor4D, parameters: Parameters): tf.Tensor2D {
  return through(problem, images, parameters, (layer, input, weights, bias) => {
    if (layer.type === 'dense') return tf.add(tf.matMul(input as tf.Tensor2D, weights as tf.Tensor2D), bias);
    const maps = convolve(input as tf.Tensor4D, weights as tf.Tensor4D, paddingOf(layer), input === images);
    const biased = tf.add(maps, bias);
    return isRelu(layer) ? tf.relu(biased) : biased;
  });
}

/** All layers, each with its bias and ReLU in one operator, which is the fastest that tfjs has. */
export function tfjsAnswers(problem: Problem, images: tf.Tensor4D, parameters: Parameters): tf.Tensor2D {
  return through(problem, images, parameters, (layer, input, weights, bias) => {
    if (layer.type === 'dense')
      return tf.fused.matMul({ a: input as tf.Tensor2D, b: weights as tf.Tensor2D, bias });
    return tf.fused.conv2d({
      x: input as tf.Tensor4D,
      filter: weights as tf.Tensor4D,
      strides: 1,
      pad: paddingOf(layer),
      bias,
      activation: isRelu(layer) ? 'relu' : undefined,
    });
  });
}

/** @param weigh what a layer with weights does */
function through(
  { spec, shapes }: Problem,
  images: tf.Tensor4D,
  parameters: Parameters,
  weigh: (layer: LayerSpec, input: tf.Tensor, weights: tf.Tensor, bias: tf.Tensor) => tf.Tensor,
): tf.Tensor2D {
  return spec.layers.reduce<tf.Tensor>((input, layer, index) => {
    const { output } = shapes[index];
    switch (layer.type) {
      case 'conv2d':
      case 'dense':
        return weigh(
          layer,
          input,
          ...(shapes[index].parameters.map(({ name }) => parameters.get(name)!) as [tf.Tensor, tf.Tensor]),
        );
      case 'maxPool2d':
        return tf.maxPool(input as tf.Tensor4D, layer.size, layer.size, 'valid');
      case 'flatten':
        return tf.reshape(input, [-1, output.channels]);
      default:
        throw new Error(`The bench has no tfjs operators for a layer of type ${layer.type}.`);
    }
  }, images) as tf.Tensor2D;
}

function isRelu(layer: LayerSpec): boolean {
  return 'activation' in layer && layer.activation === 'relu';
}

function paddingOf(layer: LayerSpec): 'valid' | 'same' {
  const padding = ('padding' in layer && layer.padding) || 'valid';
  if (padding === 'valid' || padding === 'same') return padding;
  throw new Error(`The bench has no tfjs operators for a padding of ${padding}.`);
}
