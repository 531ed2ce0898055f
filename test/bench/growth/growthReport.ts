import type { Options } from '../options';
import { machineLines } from '../report/machine';
import { digits } from '../report/numbers';
import { table } from '../report/table';
import { dataSetLines, type DataSetUse } from './dataSet';
import type { Series } from './series';
import { slope } from './slope';

/** What was measured at each point of a series. */
export interface Grown {
  readonly series: Series;
  readonly milliseconds: readonly number[];
  readonly bytes: readonly number[];
}

export function growthReport(
  options: Options,
  grown: readonly Grown[],
  picture: string,
  dataSet?: DataSetUse,
): { markdown: string; json: string; summary: string } {
  const slopes = grown.map(({ series: { axis, points }, milliseconds, bytes }) => {
    const sizes = points.map(({ size }) => size);
    return [axis, slope(sizes, milliseconds).toFixed(2), slope(sizes, bytes).toFixed(2)];
  });
  const summary = [
    table(['with the number of', 'time grows as its power', 'memory as its power'], slopes),
    ...(dataSet ? [dataSetLines(dataSet)] : []),
  ].join('\n\n');
  const markdown = [
    '# Growth',
    ...machineLines(options),
    'A training step of one convolution 3×3 with a ReLU, a max pool 2×2 and a dense layer of 10: 28×28 pixels, 8 ' +
      'filters and batches of 8, but for what grows. The arithmetic is proportional to each of the three; a power below 1 ' +
      'is what every step costs whatever its size. Memory is that of all arrays of the network.',
    `![Time and memory against size, both axes logarithmic](${picture})`,
    summary,
    ...grown.map(seriesTable),
  ].join('\n\n');
  const { machine, quick } = options;
  const json = JSON.stringify({ quick, machine, grown: grown.map(plain), dataSet }, null, 2);
  return { markdown: `${markdown}\n`, json: `${json}\n`, summary };
}

/** Each point: its time, its memory, and both for each unit of what grows. */
export function seriesTable({ series: { axis, points }, milliseconds, bytes }: Grown): string {
  return table(
    [axis, 'ms a step', 'ns for each', 'MB', 'bytes for each'],
    points.map(({ label, size }, i) => [
      label,
      digits(milliseconds[i]),
      digits((1e6 * milliseconds[i]) / size),
      digits(bytes[i] / 1e6),
      digits(bytes[i] / size),
    ]),
  );
}

function plain({ series: { key, points }, milliseconds, bytes }: Grown) {
  return { key, sizes: points.map(({ size }) => size), milliseconds, bytes };
}
