import type { LayerShape } from '../shapes';
import type { Arena } from './arena';
import type { Tensor } from './planes';
import type { Stage } from './stage';

export interface DensePlan {
  readonly shape: LayerShape;
  readonly batch: number;
  /** Both dense. */
  readonly input: Tensor;
  readonly output: Tensor;
  readonly wantsInputGradient: boolean;
  /** Addresses. */
  readonly weights: number;
  readonly bias: number;
  readonly weightGradients: number;
  readonly biasGradients: number;
}

export function planDense(arena: Arena, plan: DensePlan): Stage {
  const { shape, batch, input, output } = plan;
  const dense = arena.record([
    shape.input.channels,
    shape.output.channels,
    input.values,
    input.gradients,
    Number(plan.wantsInputGradient),
    plan.weights,
    plan.weightGradients,
    plan.bias,
    plan.biasGradients,
    output.values,
    output.gradients,
  ]);
  return (kernels) => ({
    forward() {
      kernels.denseForward(dense, batch);
    },

    backward() {
      kernels.denseBackward(dense, batch);
    },
  });
}
