import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../../src/engine/shapes';
import type { LayerSpec } from '../../../src/engine/spec';
import type { LayerAlone } from './layer';

// TensorFlow.js wants maps of `[batch, height, width, channels]` and filters of
// `[kernelHeight, kernelWidth, inChannels, outChannels]`.

/** What TensorFlow.js computes of a layer's input and parameters, in our order. */
export function tfjsForward(spec: LayerSpec, layer: LayerAlone): Float32Array {
  const input = channelsLast(layer.input, layer.shape.input);
  const [first, second] = layer.parameters.map((values) => tf.tensor1d(Float32Array.from(values)));
  switch (spec.type) {
    case 'conv2d':
    case 'depthwiseConv2d': {
      const { strides, pad, dilations, dimRoundingMode } = windows(spec);
      const filters = filtersLast(spec, layer);
      const maps =
        spec.type === 'conv2d'
          ? tf.conv2d(input, filters, strides, pad, 'NHWC', dilations, dimRoundingMode)
          : tf.depthwiseConv2d(input, filters, strides, pad, 'NHWC', dilations, dimRoundingMode);
      return channelsFirst(tf.add(maps, second));
    }
    case 'maxPool2d':
      return channelsFirst(tf.maxPool(input, spec.size, windows(spec).strides, windows(spec).pad));
    case 'averagePool2d':
      return channelsFirst(tf.avgPool(input, spec.size, windows(spec).strides, windows(spec).pad));
    case 'globalAveragePool':
      return channelsFirst(tf.mean(input, [1, 2], true));
    case 'batchNorm': {
      const { mean, variance } = tf.moments(input, [0, 1, 2]);
      return channelsFirst(
        tf.batchNorm(input, mean as tf.Tensor1D, variance as tf.Tensor1D, second, first, 1e-5),
      );
    }
    case 'dense': {
      const inputs = layer.shape.input.channels;
      const rows = tf.reshape(input, [layer.batch, inputs]);
      const weights = tf.reshape(first, [spec.units, inputs]);
      return tf.add(tf.matMul(rows, weights, false, true), second).dataSync<'float32'>();
    }
    default:
      throw new Error(`TensorFlow.js is not asked for ${spec.type}.`);
  }
}

/**
 * dL/d input and dL/d parameters, of dL/d output, by the kernels that TensorFlow.js has for the way back. (tf.grads
 * would find them for us, but the table it needs, register_all_gradients, comes as ES modules that Jest does not load.)
 */
export function tfjsBackward(spec: LayerSpec, layer: LayerAlone): Float32Array[] {
  const input = channelsLast(layer.input, layer.shape.input);
  const dy = channelsLast(layer.outputGradient, layer.shape.output);
  const run = (kernel: string, tensors: Record<string, tf.Tensor>, options: object): tf.Tensor4D =>
    tf.engine().runKernel(kernel, tensors, { ...options });
  switch (spec.type) {
    case 'conv2d':
    case 'depthwiseConv2d': {
      const filter = filtersLast(spec, layer);
      const kernel = spec.type === 'conv2d' ? 'Conv2D' : 'DepthwiseConv2dNative';
      const options = {
        ...windows(spec),
        dataFormat: 'NHWC',
        inputShape: input.shape,
        filterShape: filter.shape,
      };
      const filterGradient = run(`${kernel}BackpropFilter`, { x: input, dy }, options);
      return [
        channelsFirst(run(`${kernel}BackpropInput`, { dy, filter }, options)),
        tf.transpose(filterGradient, filtersFirst(spec)).dataSync<'float32'>(),
        tf.sum(dy, [0, 1, 2]).dataSync<'float32'>(),
      ];
    }
    case 'maxPool2d': {
      const output = channelsLast(layer.output, layer.shape.output);
      const options = { ...windows(spec), filterSize: spec.size };
      return [channelsFirst(run('MaxPoolGrad', { dy, input, output }, options))];
    }
    case 'averagePool2d':
      return [channelsFirst(run('AvgPoolGrad', { dy, input }, { ...windows(spec), filterSize: spec.size }))];
    default:
      throw new Error(`TensorFlow.js has no kernel for the way back through ${spec.type}.`);
  }
}

type Sides = [number, number, number, number];

type Windowed = Extract<LayerSpec, { type: 'conv2d' | 'depthwiseConv2d' | 'maxPool2d' | 'averagePool2d' }>;

/** A layer's options as TensorFlow.js calls them. */
function windows(spec: Windowed) {
  const pad = spec.padding ?? 'valid';
  return {
    strides: spec.stride ?? ('size' in spec ? spec.size : 1),
    pad,
    dilations: ('dilation' in spec && spec.dilation) || 1,
    dimRoundingMode: typeof pad === 'number' ? ('floor' as const) : undefined,
  };
}

/** Ours are `[outChannels, inChannels, …]`, those of a depthwise convolution `[channels, 1, …]`. */
function filtersLast({ type }: Windowed, { shape, parameters }: LayerAlone): tf.Tensor4D {
  const [filters] = shape.parameters;
  const ours = tf.reshape<tf.Rank.R4>(tf.tensor1d(Float32Array.from(parameters[0])), filters.shape as Sides);
  return tf.transpose(ours, type === 'conv2d' ? [2, 3, 1, 0] : [2, 3, 0, 1]);
}

/** The order of axes that undoes `filtersLast`. */
function filtersFirst({ type }: Windowed): number[] {
  return type === 'conv2d' ? [3, 2, 0, 1] : [2, 3, 0, 1];
}

function channelsLast(values: Float64Array, { channels, height, width }: Shape): tf.Tensor4D {
  return tf.transpose(tf.tensor4d(Float32Array.from(values), [2, channels, height, width]), [0, 2, 3, 1]);
}

function channelsFirst(maps: tf.Tensor): Float32Array {
  return tf.transpose(maps, [0, 3, 1, 2]).dataSync<'float32'>();
}
