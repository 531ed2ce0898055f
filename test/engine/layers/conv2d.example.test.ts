import { layerAlone, map } from '../support/layer';

const conv = (kernel: [number, number], more = {}) =>
  ({ type: 'conv2d', name: 'conv', filters: 1, kernel, ...more }) as const;

test('correlates: the kernel is not flipped', () => {
  //  1 2 3      1 0    1·1 + 5·(−1) = −4   2·1 + 6·(−1) = −4
  //  4 5 6  *   0 −1   4·1 + 8·(−1) = −4   5·1 + 9·(−1) = −4   and 10 of bias
  //  7 8 9             (flipped, the kernel would give +4)
  const layer = layerAlone(conv([2, 2]), map(3, 3));
  layer.input.set([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  layer.parameters[0].set([1, 0, 0, -1]);
  layer.parameters[1].set([10]);
  layer.forward();
  expect([...layer.output]).toEqual([6, 6, 6, 6]);
});

test('sends each gradient back to the weight, the pixel and the bias that made it', () => {
  //  1 2 3  *  10 20  with dL/d output 1 100:
  //  dL/d filter = 1·(1 2) + 100·(2 3) = 201 302
  //  dL/d input  = 1·(10 20 0) + 100·(0 10 20) = 10 1020 2000
  //  dL/d bias   = 101
  const layer = layerAlone(conv([1, 2]), map(1, 3));
  layer.input.set([1, 2, 3]);
  layer.parameters[0].set([10, 20]);
  layer.forward();
  layer.outputGradient.set([1, 100]);
  layer.backward();
  expect([...layer.parameterGradients[0]]).toEqual([201, 302]);
  expect([...layer.inputGradient]).toEqual([10, 1020, 2000]);
  expect([...layer.parameterGradients[1]]).toEqual([101]);
});

test('adds up the channels that a filter reads', () => {
  // filter 1 reads 1·3 + 10·5 = 53, filter 2 reads 100·3 + 1000·5 = 5300
  const layer = layerAlone({ ...conv([1, 1]), filters: 2 }, { channels: 2, height: 1, width: 1 });
  layer.input.set([3, 5]);
  layer.parameters[0].set([1, 10, 100, 1000]);
  layer.forward();
  expect([...layer.output]).toEqual([53, 5300]);
});

test('strides over rows and columns', () => {
  // of 0 1 2 / 3 4 5 / 6 7 8, a 1×1 kernel of stride 2 reads the corners
  const layer = layerAlone(conv([1, 1], { stride: 2 }), map(3, 3));
  layer.input.set([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  layer.parameters[0].set([1]);
  layer.forward();
  expect([...layer.output]).toEqual([0, 2, 6, 8]);
});

test("'same' puts the odd zero at the end, as TensorFlow does", () => {
  // 1 2 3 4 with one 0 behind: sums of two are 3 5 7 4
  const layer = layerAlone(conv([1, 2], { padding: 'same' }), map(1, 4));
  layer.input.set([1, 2, 3, 4]);
  layer.parameters[0].set([1, 1]);
  layer.forward();
  expect([...layer.output]).toEqual([3, 5, 7, 4]);
});

test('a number pads every side', () => {
  // one ring of zeros around 5: the 3×3 kernel of ones sees the 5 from everywhere it fits, which is once
  const layer = layerAlone(conv([3, 3], { padding: 1 }), map(1, 1));
  layer.input.set([5]);
  layer.parameters[0].fill(1);
  layer.forward();
  expect([...layer.output]).toEqual([5]);
});

test('a dilated kernel leaves gaps between its taps', () => {
  // 1 2 3 4 5 with taps 2 apart: 10·1 + 3 = 13, 10·2 + 4 = 24, 10·3 + 5 = 35
  const layer = layerAlone(conv([1, 2], { dilation: 2 }), map(1, 5));
  layer.input.set([1, 2, 3, 4, 5]);
  layer.parameters[0].set([10, 1]);
  layer.forward();
  expect(layer.shape.kernel).toEqual({ height: 1, width: 3 });
  expect([...layer.output]).toEqual([13, 24, 35]);

  // dL/d output 1 100 0: filter 1·(1 3) + 100·(2 4), input 10 · 1 · · + · 1000 · 100 ·
  layer.outputGradient.set([1, 100, 0]);
  layer.backward();
  expect([...layer.parameterGradients[0]]).toEqual([201, 403]);
  expect([...layer.inputGradient]).toEqual([10, 1000, 1, 100, 0]);
});
