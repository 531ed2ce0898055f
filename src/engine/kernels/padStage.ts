import { NUMBER, type Arena } from './arena';
import { planesRecord, type Tensor } from './planes';
import type { Stage } from './stage';

/** Moves maps into a layout with padding, which stays 0, and their gradients back. */
export function planPad(
  arena: Arena,
  from: Tensor,
  to: Tensor,
  batch: number,
  wantsInputGradient: boolean,
): Stage {
  const { channels, height, width } = from.layout.shape;
  const first = to.layout.origin * NUMBER;
  const dense = planesRecord(arena, from.layout, from.values);
  const padded = planesRecord(arena, to.layout, to.values + first);
  const denseGradients = planesRecord(arena, from.layout, from.gradients);
  const paddedGradients = planesRecord(arena, to.layout, to.gradients + first);
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
