import type { OptimiserName } from '../../engine/optimisers';
import { formula, type Formula, type Reference } from './formula';

/** The cells that decide what the next step makes of a weight. */
export interface WeightCells {
  readonly weight: Reference;
  /** ∂L/∂weight. */
  readonly gradient: Reference;
  /** The optimiser's memory of the weight. */
  readonly velocity: Reference;
  readonly square: Reference;
  /** The learning rate of the next step. */
  readonly rate: Reference;
  readonly momentum: Reference;
  readonly beta1: Reference;
  readonly beta2: Reference;
  readonly decay: Reference;
  readonly epsilon: Reference;
  readonly weightDecay: Reference;
  /** Steps that the optimiser has taken. */
  readonly steps: Reference;
  /** Is the weight decay more than 0? Otherwise it is left out. */
  readonly decays: boolean;
}

/** The weight after the next step, by each optimiser: the worksheet twins of engine/optimisers. */
export const NEXT_WEIGHT: Readonly<Record<OptimiserName, (cells: WeightCells) => Formula>> = {
  SGD: (cells) => formula`${cells.weight}-${cells.rate}*${bracketed(cells)}`,

  Momentum: (cells) => formula`${cells.weight}-${cells.rate}*${velocityOf(cells)}`,

  Nesterov: (cells) =>
    formula`${cells.weight}-${cells.rate}*(${slope(cells)}+${cells.momentum}*${velocityOf(cells)})`,

  Adagrad: (cells) =>
    formula`${cells.weight}-${cells.rate}*${bracketed(cells)}/(SQRT(${cells.square}+${bracketed(cells)}^2)+${cells.epsilon})`,

  RMSProp: (cells) =>
    formula`${cells.weight}-${cells.rate}*${bracketed(cells)}/(SQRT(${squareOf(cells, cells.decay, bracketed(cells))})+${cells.epsilon})`,

  Adam: (cells) => formula`${cells.weight}-${adamStep(cells, bracketed(cells))}`,

  AdamW: (cells) => {
    const kept = cells.decays
      ? formula`${cells.weight}*(1-${cells.rate}*${cells.weightDecay})`
      : [cells.weight];
    return formula`${kept}-${adamStep(cells, [cells.gradient])}`;
  },
};

/** The gradient, with weight decay as L2 where there is some. */
function slope({ gradient, weight, weightDecay, decays }: WeightCells): Formula {
  return decays ? formula`${gradient}+${weightDecay}*${weight}` : [gradient];
}

function bracketed(cells: WeightCells): Formula {
  return cells.decays ? formula`(${slope(cells)})` : slope(cells);
}

function velocityOf(cells: WeightCells): Formula {
  return formula`(${cells.momentum}*${cells.velocity}+${slope(cells)})`;
}

function squareOf({ square }: WeightCells, keep: Reference, g: Formula): Formula {
  return formula`${keep}*${square}+(1-${keep})*${g}^2`;
}

/** Both running means, each divided by what is missing in them while they are young. */
function adamStep(cells: WeightCells, g: Formula): Formula {
  const { rate, beta1, beta2, velocity, epsilon, steps } = cells;
  const first = formula`(${beta1}*${velocity}+(1-${beta1})*${g})/(1-${beta1}^(${steps}+1))`;
  const second = formula`(${squareOf(cells, beta2, g)})/(1-${beta2}^(${steps}+1))`;
  return formula`${rate}*${first}/(SQRT(${second})+${epsilon})`;
}
