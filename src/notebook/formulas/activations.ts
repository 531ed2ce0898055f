import { geluCubic } from '../../engine/activations/gelu';
import { leakySlope } from '../../engine/activations/leakyRelu';
import { activationOf } from '../../engine/layers';
import type { Activation } from '../../engine/spec';
import { formula, joined, StaysValues, type Formula } from './formula';
import type { Axis, Factor, Grid } from './grid';
import { channelsOf, type LayerPage } from './page';

/** Beyond this the exponential is more than a cell can hold. */
const LARGEST_POWER = 700;

/** 1 / (1 + e^−x). */
export function sigmoidOf(x: Formula): Formula {
  return formula`1/(1+EXP(-MAX(-${LARGEST_POWER},${x})))`;
}

/** What an activation makes of x, number by number; those that look at several numbers are missing. */
const ACTIVATED: Readonly<Record<Exclude<Activation, 'softmax'>, (x: Formula) => Formula>> = {
  none: (x) => x,
  relu: (x) => formula`MAX(0,${x})`,
  leakyRelu: (x) => formula`MAX(${x},${leakySlope}*(${x}))`,
  sigmoid: sigmoidOf,
  tanh: (x) => formula`TANH(${x})`,
  gelu: (x) => formula`0.5*(${x})*(1+TANH(SQRT(2/PI())*((${x})+${geluCubic}*(${x})^3)))`,
};

/** da/dx, from the activation a itself. */
const SLOPES: Readonly<Partial<Record<Activation, (a: Formula) => Formula>>> = {
  relu: (a) => formula`(${a}>0)`,
  leakyRelu: (a) => formula`(${leakySlope}+${1 - leakySlope}*(${a}>0))`,
  sigmoid: (a) => formula`${a}*(1-${a})`,
  tanh: (a) => formula`(1-${a}^2)`,
};

/**
 * The activation of one number that comes out of a layer.
 * @param sumOf what the layer computes of a channel there, before the activation
 */
export function activated(
  { spec, shape }: LayerPage,
  channel: number,
  sumOf: (channel: number) => Formula,
): Formula {
  const activation = activationOf(spec);
  if (activation !== 'softmax') return ACTIVATED[activation](sumOf(channel));
  // e^x / Σ e^x of all channels, divided by e^x, so that nothing overflows.
  const powers = channelsOf(shape.output).map((other) =>
    other === channel ? formula`1` : formula`EXP(MIN(${LARGEST_POWER},${sumOf(other)}-(${sumOf(channel)})))`,
  );
  return formula`1/(${joined(powers, '+')})`;
}

/**
 * ∂L/∂x of numbers of a channel, x being what the layer computes before its activation: the ∂ cells of what comes out,
 * times the slope.
 */
export function slopedGradient(page: LayerPage, channel: number, rows?: Axis, columns?: Axis): Factor[] {
  const at = (key: 'values' | 'gradients', each: number): Grid => page.outputGrid(key, each, rows, columns);
  return sloped(page, at, channel);
}

/** As `slopedGradient`, of grids that the caller chooses: `at` gives those of a channel. */
export function sloped(
  { spec, shape }: LayerPage,
  at: (key: 'values' | 'gradients', channel: number) => Grid,
  channel: number,
): Factor[] {
  const activation = activationOf(spec);
  const gradient: Factor = { grids: [at('gradients', channel)] };
  if (activation === 'none') return [gradient];
  if (activation === 'softmax') {
    const others = channelsOf(shape.output);
    return [
      {
        grids: [
          at('values', channel),
          at('gradients', channel),
          ...others.flatMap((each) => [at('gradients', each), at('values', each)]),
        ],
        text: ([a, g, ...pairs]) => formula`${a}*(${g}-(${joined(productsOf(pairs), '+')}))`,
      },
    ];
  }
  const slope = SLOPES[activation];
  if (!slope) {
    throw new StaysValues(
      'the slope of GELU cannot be told from its result, and the sums before it stand in no cell',
    );
  }
  return [gradient, { grids: [at('values', channel)], text: ([a]) => slope(a) }];
}

function productsOf(pairs: readonly Formula[]): Formula[] {
  const products: Formula[] = [];
  for (let i = 0; i < pairs.length; i += 2) products.push(formula`${pairs[i]}*${pairs[i + 1]}`);
  return products;
}
