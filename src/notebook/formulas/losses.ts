import type { LossName } from '../../engine/spec';
import { sigmoidOf } from './activations';
import { formula, type Formula, type Reference } from './formula';

/** The cells around a loss. */
export interface LossCells {
  /** Outputs of the last layer and the target, all units. */
  readonly logits: Reference;
  readonly target: Reference;
  readonly units: number;
}

/** The cells of one unit. */
export interface UnitCells extends LossCells {
  readonly logit: Reference;
  readonly probability: Reference;
  readonly wanted: Reference;
  /** ∂L/∂ the loss of the image on the page. */
  readonly share: Reference;
}

interface LossFormulas {
  probability(cells: UnitCells): Formula;
  loss(cells: LossCells): Formula;
  logitGradient(cells: UnitCells): Formula;
}

/** (p − t) of both cross-entropies. */
const difference = ({ probability, wanted, share }: UnitCells) =>
  formula`(${probability}-${wanted})*${share}`;

/**
 * The worksheet twins of the losses. A worksheet has no log1p: where a loss is far below 1, LN(1+…) is off by up to
 * 1.1E-16 for each unit.
 */
export const LOSSES: Readonly<Record<LossName, LossFormulas>> = {
  sigmoidCrossEntropy: {
    probability: ({ logit }) => sigmoidOf([logit]),
    // −t·log p − (1 − t)·log(1 − p), so put that no exponential overflows.
    loss({ logits: z, target: t, units }) {
      if (units === 1) return formula`MAX(0,${z})-${z}*${t}+LN(1+EXP(-ABS(${z})))`;
      return formula`SUMPRODUCT((${z}>0)*${z}-${z}*${t}+LN(1+EXP(-ABS(${z}))))`;
    },
    logitGradient: difference,
  },

  softmaxCrossEntropy: {
    probability: ({ logits: z, logit }) => formula`EXP(${logit}-MAX(${z}))/SUMPRODUCT(EXP(${z}-MAX(${z})))`,
    loss: ({ logits: z, target: t }) =>
      formula`SUMPRODUCT(${t}*(MAX(${z})-${z}))+SUM(${t})*LN(SUMPRODUCT(EXP(${z}-MAX(${z}))))`,
    logitGradient: difference,
  },

  squaredError: {
    probability: ({ logit }) => [logit],
    loss: ({ logits, target, units }) => formula`SUMXMY2(${logits},${target})/${units}`,
    logitGradient: ({ logit, wanted, share, units }) => formula`2*(${logit}-${wanted})/${units}*${share}`,
  },
};
