import { Conv } from './convolution';
import { NUMBER, increase } from './vector';

/**
 * The winners of a max pool of 2×2 behind a 3×3 convolution: at most one swept number in four has a slope, and only such as
 * passed the ReLU. So the backward pass walks lists of them instead of planes.
 */
@unmanaged
export class Winners {
  /** int32 `[filters + 1]`: where in the lists those of each filter begin. */
  starts: usize;
  /** Of each winner: int32, where in its swept plane it stands, in numbers; and float64, its slope. */
  places: usize;
  slopes: usize;
}

/**
 * Lists the winners of one image that have a slope, filter by filter, and adds the slopes of each to the gradient of its
 * bias. Returns where the winners of the next image stand.
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
        // Written in any case and counted if it passed: a branch would be mispredicted half of the time.
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

/** Which of all winners is the first of a filter. */
export function startOf(winners: Winners, filter: i32): i32 {
  return load<i32>(winners.starts + ((<usize>filter) << 2));
}
