import { Plot } from '../growth/plot';
import { slope } from '../growth/slope';
import type { Machine } from '../options';
import { digits } from '../report/numbers';
import { table } from '../report/table';
import type { Race } from './formulas';
import type { Grown } from './growth';
import type { Timing } from './timings';

/** Something that a person does, how long it took, and how long it may take. */
export interface Timed {
  readonly title: string;
  /** Milliseconds. */
  readonly goal: number;
  readonly rounds: number;
  readonly timing: Timing;
}

export interface Measured {
  readonly machine: Machine;
  readonly timed: readonly Timed[];
  readonly races: readonly Race[];
  readonly grown: readonly Grown[];
}

/** The engine is to be so many times as fast as the formulas. */
const FASTER = 20;

export interface Goal {
  readonly text: string;
  readonly wanted: string;
  readonly found: string;
  readonly met: boolean;
}

export function sheetGoals({ timed, races }: Measured): Goal[] {
  return [
    ...timed.map(({ title, goal, timing }) => ({
      text: `${title}, painted`,
      wanted: `under ${goal} ms`,
      found: `${timing.total.toFixed(0)} ms`,
      met: timing.total < goal,
    })),
    ...timed.filter(isStep).map(({ title, timing: { requests } }) => ({
      text: `${title}, requests`,
      wanted: 'at most one reads, one writes; nothing is reformatted',
      found: `${requests.filter(reads).length} read, ${requests.filter(writes).length} write`,
      met:
        requests.filter(reads).length <= 1 &&
        requests.filter(writes).length <= 1 &&
        requests.length <= 2 &&
        requests.every(({ sets }) => sets.every((name) => name === 'Values')),
    })),
    ...races.map(({ title, formulas, engine }) => ({
      text: `Lesson 4 recomputed, ${title}`,
      wanted: `engine ${FASTER} × as fast as formulas`,
      found: `${digits(formulas / engine)} ×`,
      met: formulas / engine >= FASTER,
    })),
  ];
}

const writes = ({ written }: Timing['requests'][number]) => written > 0;
const reads = (request: Timing['requests'][number]) => !writes(request);
const isStep = ({ title }: Timed) => !title.startsWith('Build');

/** The parts as Markdown. */
export function sheetReport(measured: Measured, picture: string): string {
  const { machine } = measured;
  return [
    '# In the sheet',
    `${machine.runtime}, on ${machine.processor}, ${machine.cores} cores, ${machine.system}. ` +
      `Load when it began: ${machine.load.toFixed(1)}. ` +
      'Medians. The add-in as it is shipped drives the embedded workbook, in one page without a GPU.',
    '## Goals',
    goalTable(sheetGoals(measured)),
    '## Where the time goes',
    'Milliseconds from the press of the button, or of Enter, to the frame that shows all of it. Heard: until the add-in ' +
      'is told of what was typed. Read and write: requests, until they are answered. Compute: the engine, and all else that ' +
      'the add-in and office.js do. Paint: from the last answer to the last frame in which the grid was drawn.',
    phaseTable(measured.timed),
    'Requests of the last round:',
    requestTable(measured.timed),
    '## Engine against formulas',
    'The whole page recomputed: by the engine, all maps, the loss and all gradients of one image; by the formula engine of ' +
      'the embedded workbook, its native formulas.',
    raceTable(measured.races),
    '## Growth',
    growthLine(measured.grown),
    `![Time of a Step against the number of cells, both axes logarithmic](${picture})`,
    growthTable(measured.grown),
    '',
  ].join('\n\n');
}

export function goalTable(goals: readonly Goal[]): string {
  return table(
    ['goal', 'wanted', 'found', ''],
    goals.map(({ text, wanted, found, met }) => [text, wanted, found, met ? 'met' : '**not met**']),
  );
}

export function phaseTable(timed: readonly Timed[]): string {
  return table(
    ['', 'rounds', 'heard', 'read', 'compute', 'write', 'paint', 'all'],
    timed.map(({ title, rounds, timing: { heard, read, compute, write, paint, total } }) => [
      title,
      String(rounds),
      ...[heard, read, compute, write, paint, total].map(digits),
    ]),
  );
}

function requestTable(timed: readonly Timed[]): string {
  const rows = timed.flatMap(({ title, timing: { requests } }) =>
    requests.map((each, index) => [
      index ? '' : title,
      writes(each) ? 'write' : 'read',
      ...[each.written, each.read].map(String),
      ...[each.characters, each.answer].map((count) => (count / 1000).toFixed(1)),
      (each.answered - each.sent).toFixed(0),
      each.sets.join(', '),
    ]),
  );
  return table(['', '', 'cells written', 'cells read', 'kB out', 'kB in', 'ms', 'sets'], rows);
}

function raceTable(races: readonly Race[]): string {
  return table(
    ['formulas of', 'cells', 'formulas, ms', 'engine, ms', 'its kernels', 'engine is faster by'],
    races.map(({ title, cells, formulas, engine, kernels }) => [
      title,
      cells.toLocaleString('en-US'),
      digits(formulas),
      digits(engine),
      kernels,
      `${digits(formulas / engine)} ×`,
    ]),
  );
}

function growthTable(grown: readonly Grown[]): string {
  return table(
    ['notebook', 'cells', 'cells written', 'Step to painted, ms', 'of it compute and write', 'µs a cell'],
    grown.map(({ starter, cells, step: { total, compute, write, requests } }) => [
      starter,
      cells.toLocaleString('en-US'),
      requests.reduce((sum, { written }) => sum + written, 0).toLocaleString('en-US'),
      digits(total),
      digits(compute + write),
      digits((1000 * total) / cells),
    ]),
  );
}

/** What every Step costs, and what a cell adds: the straight line nearest to the points. */
export function growthLine(grown: readonly Grown[]): string {
  const x = grown.map(
    ({ step: { requests } }) => requests.reduce((sum, { written }) => sum + written, 0) / 1000,
  );
  const y = grown.map(({ step }) => step.total);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const rise =
    mean(x.map((each, i) => (each - meanX) * (y[i] - meanY))) / mean(x.map((each) => (each - meanX) ** 2));
  return (
    `A Step takes about ${digits(meanY - rise * meanX)} ms, and ${digits(rise)} ms more for every 1,000 cells that it ` +
    'writes: linear, after what any change of the grid costs. What is off the screen is not painted. As the number of ' +
    `cells it grows to the power of ${growthPower(grown).toFixed(2)}.`
  );
}

function growthPower(grown: readonly Grown[]): number {
  return slope(
    grown.map(({ cells }) => cells),
    grown.map(({ step }) => step.total),
  );
}

const WIDTH = 360;
const HEIGHT = 240;

/** As a picture in SVG; dashed: proportional. */
export function growthPicture(grown: readonly Grown[]): string {
  const cells = grown.map((each) => each.cells);
  const totals = grown.map(({ step }) => step.total);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"`,
    '  font-family="Segoe UI, Helvetica, Arial, sans-serif" font-size="11">',
    '<title>Time of a Step against the number of cells of the notebook; dashed: proportional</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    new Plot(WIDTH, HEIGHT, cells, totals).draw('cells of the notebook', 'ms a Step'),
    '</svg>\n',
  ].join('\n');
}
