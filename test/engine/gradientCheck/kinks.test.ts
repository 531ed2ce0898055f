import { GradientCheck } from '../../../src/engine/gradientCheck';
import { compile, type Network } from '../../../src/engine/network';
import type { LayerSpec } from '../../../src/engine/spec';

/** One row of pixels through some layers to one number, whose square is the loss. */
function network(width: number, ...layers: LayerSpec[]): Network {
  return compile(
    {
      input: { channels: 1, height: 1, width },
      layers: [...layers, { type: 'flatten', name: 'flat' }],
      loss: 'squaredError',
    },
    1,
  );
}

const sum = (activation: 'relu' | 'leakyRelu'): LayerSpec => ({
  type: 'conv2d',
  name: 'conv',
  filters: 1,
  kernel: [1, 1],
  activation,
});

function gradientsOf(each: Network) {
  each.forward();
  each.backward();
  return each.gradients;
}

test('a ReLU at exactly 0 is a kink: L = (relu(w·1 + b) − 1)² has the slope 0 to the left of w = 0 and −2 to the right', () => {
  const each = network(1, sum('relu'));
  each.input.fill(1);
  each.target.fill(1);
  const [analytic] = gradientsOf(each).get('conv.filters')!;
  const found = new GradientCheck(each).check('conv.filters', 0, analytic);
  expect(found.verdict).toBe('kink');
  expect(found.sides!.left).toBeCloseTo(0, 6);
  expect(found.sides!.right).toBeCloseTo(-2, 6);
});

test('on a kink, too, a gradient that backpropagation does not give is found out', () => {
  const each = network(1, sum('relu'));
  each.input.fill(1);
  each.target.fill(1);
  const [analytic] = gradientsOf(each).get('conv.filters')!;
  expect(new GradientCheck(each).check('conv.filters', 0, analytic + 0.01).verdict).toBe('differs');
});

test.each(['relu', 'leakyRelu'] as const)('next to a kink of %s the steps become narrower', (activation) => {
  const each = network(1, sum(activation));
  each.input.fill(1);
  each.target.fill(1);
  // Steps of 1/32 would go over the kink at w = 0.
  each.parameters.get('conv.filters')![0] = 1e-4;
  const [analytic] = gradientsOf(each).get('conv.filters')!;
  const found = new GradientCheck(each).check('conv.filters', 0, analytic);
  // d/dw (w − 1)² = 2(w − 1)
  expect(found.numeric).toBeCloseTo(2 * (1e-4 - 1), 9);
  expect(found.verdict).toBe('agrees');
  expect(found.digits).toBeGreaterThanOrEqual(9);
});

test('a tie in a max pool is a kink, a pixel that is ahead by a little is none', () => {
  const each = network(2, { type: 'maxPool2d', name: 'pool', size: [1, 2] });
  each.input.set([3, 3]);
  gradientsOf(each);
  const analytic = each.activationGradients.get('input')!;
  // L = max(x, y)²: to the left of x = 3 it is y² = 9, to the right x².
  const tie = new GradientCheck(each).check('input', 0, analytic[0]);
  expect(tie.verdict).toBe('kink');
  expect(tie.sides!.left).toBeCloseTo(0, 5);
  expect(tie.sides!.right).toBeCloseTo(6, 5);
  each.input[0] = 3 + 1e-4;
  gradientsOf(each);
  const ahead = new GradientCheck(each).check('input', 0, analytic[0]);
  expect(ahead.verdict).toBe('agrees');
  expect(ahead.numeric).toBeCloseTo(2 * (3 + 1e-4), 8);
});

test('what moves no number over a kink stands on none, whatever stands there', () => {
  // The pixels are 0 and so is the sum before the ReLU, whatever the weight is.
  const each = network(3, sum('relu'));
  const [analytic] = gradientsOf(each).get('conv.filters')!;
  const found = new GradientCheck(each).check('conv.filters', 0, analytic);
  expect(found).toMatchObject({ verdict: 'agrees', analytic: 0, numeric: 0, difference: 0, digits: 15 });
});
