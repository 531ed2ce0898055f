import { Conv } from './convolution';
import { NUMBER, increase } from './vector';

/**
 * The winners of a 2×2 max pool behind a 3×3 convolution. At most one swept number in four has a gradient,
 * and only if it passed the ReLU; so the backward pass walks these lists instead of whole planes.
 */
@unmanaged
export class Winners {
  /** int32 `[filters + 1]`: the index at which each filter's winners begin. */
  starts: usize;
  /** For each winner: int32, its index within the swept plane; and float64, its gradient. */
  places: usize;
  slopes: usize;
}

/**
 * Lists the winners of image n that have a gradient, filter by filter, and adds the gradients to the biases.
 * Returns the address of the next image's winners.
 */
export function listWinners(conv: Conv, winners: Winners, n: i32, found: usize): usize {
  const rows = conv.rows >> 1;
  const columns = (<usize>(conv.columns >> 1)) << 3;
  let place = winners.places;
  let slope = winners.slopes;
  for (let f = 0; f < conv.filters; f++) {
    store<i32>(winners.starts + ((<usize>f) << 2), <i32>((place - winners.places) >> 2));
    let gradient = conv.outputGradient.first + n * conv.outputGradient.image + f * conv.outputGradient.plane;
    let value = conv.output.first + n * conv.output.image + f * conv.output.plane;
    let sum: f64 = 0;
    for (let y = 0; y < rows; y++) {
      for (let x: usize = 0; x < columns; x += NUMBER, found += 4) {
        const each = load<f64>(gradient + x);
        const passed = !(conv.relu != 0 && load<f64>(value + x) <= 0);
        // Written always, counted only if it passed: a branch here would be mispredicted half the time.
        store<i32>(place, load<i32>(found));
        store<f64>(slope, each);
        place += (<usize>passed) << 2;
        slope += (<usize>passed) << 3;
        sum += passed ? each : 0;
      }
      gradient += conv.outputGradient.row;
      value += conv.output.row;
    }
    increase(conv.biasGradients + ((<usize>f) << 3), sum);
  }
  store<i32>(winners.starts + ((<usize>conv.filters) << 2), <i32>((place - winners.places) >> 2));
  return found;
}

/** How many winners a filter has. */
export function countOf(winners: Winners, filter: i32): i32 {
  const at = winners.starts + ((<usize>filter) << 2);
  return load<i32>(at, 4) - load<i32>(at);
}

/** Index of a filter's first winner. */
export function startOf(winners: Winners, filter: i32): i32 {
  return load<i32>(winners.starts + ((<usize>filter) << 2));
}
