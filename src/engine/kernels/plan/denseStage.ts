import type { LayerShape } from '../../layerShape';
import type { MemoryPlan } from './memoryPlan';
import type { Tensor } from './planes';
import type { KernelStage } from './kernelStage';

export interface DensePlan {
  readonly shape: LayerShape;
  readonly batch: number;
  /** Without gaps: see `isDense`. */
  readonly input: Tensor;
  readonly output: Tensor;
  readonly wantsInputGradient: boolean;
  /** Addresses. */
  readonly weights: number;
  readonly bias: number;
  readonly weightGradients: number;
  readonly biasGradients: number;
}

export function planDense(memory: MemoryPlan, plan: DensePlan): KernelStage {
  const { shape, batch, input, output } = plan;
  const dense = memory.record([
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
