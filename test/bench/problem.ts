import type { NamedArrays } from '../../src/engine/namedArrays';
import { Random } from '../../src/engine/random';
import { inferShapes, sizeOf, type LayerShape, type Shape } from '../../src/engine/shapes';
import type { NetworkSpec } from '../../src/engine/spec';
import { coloured, strokes } from './images';

/** What all contestants begin with: the same in every run, and exact in 32 bits, so that all get the same. */
export interface Problem {
  readonly spec: NetworkSpec;
  readonly shapes: readonly LayerShape[];
  readonly batch: number;
  /** `[batch, channels, height, width]`. */
  readonly input: Float64Array;
  /** `[batch, units]`, one-hot rows. */
  readonly target: Float64Array;
  /** By the names of our engine, in its layout. */
  readonly parameters: NamedArrays;
  /** The learning rate of every step. */
  readonly rate: number;
}

/** Of the steps whose results are compared. */
const RATE = 0.01;
/** Changes no parameter that matters, and takes as long as any other. */
const NEXT_TO_NOTHING = 1e-12;

/**
 * The same to be timed: nobody learns, for that would make an engine faster that leaves out what is 0, and the more so the
 * more steps it takes in its turn.
 */
export function atRest(problem: Problem): Problem {
  return { ...problem, rate: NEXT_TO_NOTHING };
}

/** Smooth or drawn images, random classes, and weights of the size that training starts with. */
export function problemOf(spec: NetworkSpec, batch: number): Problem {
  const shapes = inferShapes(spec);
  const random = new Random(11);
  const units = sizeOf(shapes[shapes.length - 1].output);
  const input = new Float64Array(batch * sizeOf(spec.input));
  const target = new Float64Array(batch * units);
  for (let n = 0; n < batch; n++) {
    const label = random.integer(units);
    target[n * units + label] = 1;
    draw(input.subarray(n * sizeOf(spec.input), (n + 1) * sizeOf(spec.input)), spec.input, label, random);
  }
  return {
    spec,
    shapes,
    batch,
    input: inSingles(input),
    target,
    parameters: initial(shapes, new Random(7)),
    rate: RATE,
  };
}

function draw(image: Float64Array, shape: Shape, label: number, random: Random): void {
  const size = shape.height * shape.width;
  for (let c = 0; c < shape.channels; c++) {
    const map = image.subarray(c * size, (c + 1) * size);
    if (shape.channels === 1) strokes(map, shape, label, random);
    else coloured(map, shape, label, random);
  }
}

function initial(shapes: readonly LayerShape[], random: Random): NamedArrays {
  const tensors = shapes.flatMap((layer) => layer.parameters);
  return new Map(tensors.map(({ name, shape }) => [name, inSingles(weights(shape, random))]));
}

/** He's initialisation, a little smaller; a bias near 0. */
function weights([outputs, ...inputs]: number[], random: Random): Float64Array {
  const fan = inputs.reduce((product, side) => product * side, 1);
  if (inputs.length === 0) return Float64Array.from({ length: outputs }, () => 0.02 * (random.next() - 0.5));
  const deviation = 0.7 * Math.sqrt(2 / fan);
  return Float64Array.from({ length: outputs * fan }, () => deviation * random.normal());
}

function inSingles(values: Float64Array): Float64Array {
  return values.map(Math.fround);
}
