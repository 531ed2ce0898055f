import { NUMBER, type MemoryPlan } from './memoryPlan';
import { planesRecord, type Tensor } from './planes';
import type { KernelStage } from './kernelStage';

/** Copies maps into a layout with padding (which stays 0), and their gradients back. */
export function planPad(
  memory: MemoryPlan,
  from: Tensor,
  to: Tensor,
  batch: number,
  wantsInputGradient: boolean,
): KernelStage {
  const { channels, height, width } = from.layout.shape;
  const first = to.layout.origin * NUMBER;
  const dense = planesRecord(memory, from.layout, from.values);
  const padded = planesRecord(memory, to.layout, to.values + first);
  const denseGradients = planesRecord(memory, from.layout, from.gradients);
  const paddedGradients = planesRecord(memory, to.layout, to.gradients + first);
  return (kernels) => ({
    forward() {
      kernels.copyPlanes(dense, padded, batch, channels, height, width);
    },

    backward() {
      if (wantsInputGradient)
        kernels.copyPlanes(paddedGradients, denseGradients, batch, channels, height, width);
    },
  });
}
