/** Downsamples long lines for drawing: the minimum and the maximum of each interval, in their order. */
import type { ChartData } from '../../objects/charts/chartData';

/** A chart is never wider than this many points would need. */
const DRAWN = 1000;
/** Up to here every point is drawn. */
const MOST = 2 * DRAWN;

export function downsampled(data: ChartData): ChartData {
  const count = data.labels.length;
  if (count <= MOST) return data;
  const stretch = Math.ceil(count / DRAWN);
  const starts = Array.from({ length: Math.ceil(count / stretch) }, (_, i) => i * stretch);
  return {
    labels: starts.flatMap((start) => [data.labels[start], data.labels[Math.min(start + 1, count - 1)]]),
    series: data.series.map(({ name, values }) => ({
      name,
      values: starts.flatMap((start) => extremes(values.slice(start, start + stretch))),
    })),
  };
}

/** Minimum and maximum, in their order; a pair of nulls if there is no number. */
function extremes(values: readonly (number | null)[]): [number | null, number | null] {
  let low = -1;
  let high = -1;
  values.forEach((value, i) => {
    if (value === null) return;
    if (low < 0 || value < values[low]!) low = i;
    if (high < 0 || value > values[high]!) high = i;
  });
  if (low < 0) return [null, null];
  return low < high ? [values[low], values[high]] : [values[high], values[low]];
}
