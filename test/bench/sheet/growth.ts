import type { EmbeddedWorkbook } from '../../browser/harness';
import { build, newWorkbook, timeSteps } from './actions';
import { medianOf, type Timing } from './timings';

/** A notebook, by how many cells its blocks have on all its sheets. */
export interface Grown {
  readonly starter: string;
  readonly cells: number;
  readonly step: Timing;
}

/** Notebooks of a few hundred cells to many thousands. */
const STARTERS = [
  'Tiny',
  'Several labels',
  'Three channels',
  'No dense layer',
  'Lesson 4',
  'Lesson 4 with ten classes',
  'Small convnet',
];

/** The time of a Step against the number of cells. */
export async function growSteps(rounds: number): Promise<Grown[]> {
  const grown: Grown[] = [];
  for (const starter of STARTERS) {
    const workbook = await newWorkbook();
    await build(workbook, starter);
    const step = medianOf(await timeSteps(workbook, rounds));
    grown.push({ starter, cells: await countCells(workbook), step });
    await workbook.close();
  }
  return grown.sort((a, b) => a.cells - b.cells);
}

function countCells({ pane }: EmbeddedWorkbook): Promise<number> {
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/names/items/name');
      await context.sync();
      const ranges = worksheets.items.flatMap(({ names }) => names.items.map((name) => name.getRange()));
      for (const range of ranges) range.load('cellCount');
      await context.sync();
      return ranges.reduce((sum, { cellCount }) => sum + cellCount, 0);
    }),
  );
}
