import type { EmbeddedWorkbook } from '../../browser/harness';
import { build, newWorkbook } from './actions';
import { median } from './timings';

/** The same page computed twice, in milliseconds. */
export interface Race {
  readonly title: string;
  /** Cells that are formulas. */
  readonly cells: number;
  readonly formulas: number;
  readonly engine: number;
  /** Which of the engine's kernels the page has. */
  readonly kernels: string;
}

/**
 * Recompute the lesson-4 page, all of it, as worksheet formulas and by the engine, in turn, in the same page. Of the
 * formulas only the workbook's own calculation is timed: a request that asks for it, less one that asks for nothing.
 */
export async function raceFormulas(rounds: number): Promise<Race[]> {
  const workbook = await newWorkbook();
  await build(workbook, 'Lesson 4');
  await workbook.page.addScriptTag({ url: '/bench-engine.js' });
  const batch = await addressOf(workbook, 'sgd.batch_size');
  await workbook.type(batch, 1);
  const races: Race[] = [];
  await workbook.press('Show formulas');
  races.push(await race(workbook, 'values', rounds));
  await workbook.press('Gradient formulas');
  races.push(await race(workbook, 'values and gradients', rounds));
  await workbook.close();
  return races;
}

async function race(workbook: EmbeddedWorkbook, title: string, rounds: number): Promise<Race> {
  const [formulas, engine]: [number[], number[]] = [[], []];
  await calculate(workbook, true);
  const { kernels } = await workbook.page.evaluate(() => window.timeEngine(3));
  for (let round = 0; round < rounds; round++) {
    const [all, nothing] = [await calculate(workbook, true), await calculate(workbook, false)];
    formulas.push(all - nothing);
    engine.push(...(await workbook.page.evaluate(() => window.timeEngine(1))).times);
  }
  const cells = await countFormulas(workbook);
  return { title, cells, kernels, formulas: median(formulas), engine: median(engine) };
}

/** Milliseconds of a request that has everything calculated, or nothing. */
function calculate({ pane }: EmbeddedWorkbook, all: boolean): Promise<number> {
  return pane.evaluate(
    (full) =>
      Excel.run(async (context) => {
        context.workbook.application.calculate(full ? 'Full' : 'Recalculate');
        const from = performance.now();
        await context.sync();
        return performance.now() - from;
      }),
    all,
  );
}

function countFormulas({ pane }: EmbeddedWorkbook): Promise<number> {
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      const used = worksheets.items.map((sheet) => sheet.getUsedRange());
      for (const range of used) range.load('formulas');
      await context.sync();
      const cells = used.flatMap(({ formulas }) => (formulas as unknown[][]).flat());
      return cells.filter((cell) => typeof cell === 'string' && cell.startsWith('=')).length;
    }),
  );
}

/** Where a block of the active sheet stands. */
function addressOf({ pane }: EmbeddedWorkbook, name: string): Promise<string> {
  return pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().names.getItem(wanted).getRange();
        range.load('address');
        await context.sync();
        return range.address.split('!').at(-1)!;
      }),
    name,
  );
}
