import { loadKernels, type Kernels } from '../../../src/engine/kernels';
import { compile } from '../../../src/engine/network';
import { FULL, interleave, QUICK, type Pace } from '../interleave';
import type { Options, Outcome } from '../options';
import { ours } from '../ours';
import { problemOf } from '../problem';
import { bytesOf } from './bytes';
import { measureDataSet } from './dataSet';
import { growthReport, seriesTable, type Grown } from './growthReport';
import { SERIES, type Series } from './series';
import { smallMultiples } from './smallMultiples';

/** Times a step, and counts its memory, over a decade of each size; then a training with a large data set. */
export async function benchGrowth(options: Options): Promise<Outcome> {
  const kernels = await loadKernels();
  if (!kernels) console.log('No kernels run here: this is the plain TypeScript engine.\n');
  const grown: Grown[] = [];
  for (const series of SERIES) {
    const result = await grow(series, options.quick ? QUICK : FULL, kernels);
    grown.push(result);
    console.log(`${seriesTable(result)}\n`);
  }
  const dataSet = options.where === 'node' ? await measureDataSet() : undefined;
  const name = `growth-${options.where}`;
  const report = growthReport(options, grown, `${name}.svg`, dataSet);
  console.log(report.summary);
  return {
    files: {
      [`${name}.md`]: report.markdown,
      [`${name}.json`]: report.json,
      [`${name}.svg`]: smallMultiples(grown),
    },
  };
}

/** All points take turns, so that a slow moment of the machine bends no curve. */
async function grow(series: Series, pace: Pace, kernels?: Kernels): Promise<Grown> {
  const engine = ours(kernels);
  const trainings = await Promise.all(
    series.points.map(({ spec, batch }) => engine.training!(problemOf(spec, batch))),
  );
  const timings = await interleave(
    trainings.map((training) => ({ prepare: () => training.reset(), run: () => training.step() })),
    pace,
  );
  return {
    series,
    milliseconds: timings.map(({ median }) => median),
    bytes: series.points.map(({ spec, batch }) => bytesOf(compile(spec, batch, undefined, kernels))),
  };
}
