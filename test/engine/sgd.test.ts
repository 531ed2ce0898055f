import { sgdStep } from '../../src/engine/sgd';

const named = (...values: number[]): Map<string, Float64Array> => new Map([['w', Float64Array.from(values)]]);
const options = { learningRate: 0.5, momentum: 0.5 };

test('three steps with momentum', () => {
  // learning rate 1/2, momentum 1/2, gradient 4, then 2, then 0
  //   v = 0·½ + 4 = 4     w = 10 − ½·4   = 8
  //   v = 4·½ + 2 = 4     w =  8 − ½·4   = 6
  //   v = 4·½ + 0 = 2     w =  6 − ½·2   = 5
  const parameters = named(10);
  const velocities = named(0);
  const trace = [4, 2, 0].map((gradient) => {
    sgdStep(parameters, named(gradient), velocities, options);
    return [velocities.get('w')?.[0], parameters.get('w')?.[0]];
  });
  expect(trace).toEqual([
    [4, 8],
    [4, 6],
    [2, 5],
  ]);
});

test('a new learning rate takes effect at once, on the whole velocity', () => {
  // v = ½·4 + 0 = 2; w = 10 − 1·2
  const parameters = named(10);
  sgdStep(parameters, named(0), named(4), { learningRate: 1, momentum: 0.5 });
  expect(parameters).toEqual(named(8));
});

test('without momentum it is plain descent', () => {
  const parameters = named(1, 2);
  sgdStep(parameters, named(10, -10), named(99, 99), { learningRate: 0.1, momentum: 0 });
  expect(parameters).toEqual(named(0, 3));
});

test('steps every parameter, by name and not by order', () => {
  const a = Float64Array.of(1);
  const b = Float64Array.of(2);
  const parameters = new Map([
    ['a', a],
    ['b', b],
  ]);
  const gradients = new Map([
    ['b', Float64Array.of(2)],
    ['a', Float64Array.of(1)],
  ]);
  const velocities = new Map([
    ['a', Float64Array.of(0)],
    ['b', Float64Array.of(0)],
  ]);
  sgdStep(parameters, gradients, velocities, { learningRate: 1, momentum: 0 });
  expect([a[0], b[0]]).toEqual([0, 0]);
});

test('says what is missing or of the wrong length, and changes nothing', () => {
  const parameters = named(1, 2);
  expect(() => sgdStep(parameters, new Map(), named(0, 0), options)).toThrow("Parameter 'w' has no gradient");
  expect(() => sgdStep(parameters, named(1, 1), named(0), options)).toThrow(
    "The velocity of parameter 'w' has 1 numbers; expected 2, as many as the parameter.",
  );
  expect(parameters).toEqual(named(1, 2));
});
