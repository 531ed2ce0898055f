import { Trainer } from '../../../src/training/trainer';
import { toA1 } from '../../../src/notebook/sheet/address';
import { fromRows } from '../../../src/notebook/sheet/block';
import { inspect } from '../../../src/notebook/sheet/inspect';
import { SHEET_KEYS, type PlannedBlock, type SheetKey } from '../../../src/notebook/sheet/plan';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import type { Computed } from '../../notebook/formulas/support/file';

export interface Sheets {
  /** Every block of every sheet that there is, with the formulas of those whose cells hold some. */
  readonly cells: readonly Computed[];
  /** An engine that was told what a person may type, and nothing else. */
  readonly trainer: Trainer;
}

const COUNTS = ['notebook.step', 'optimiser.step'];

interface Read extends BlockCells {
  readonly key: SheetKey;
  readonly block: PlannedBlock;
}

/** What the cells of a block hold. */
export interface BlockCells {
  readonly rows: unknown[][];
  readonly formulas: unknown[][];
}

/** So many cells are read in one request: formulas are long, and an answer may not be larger than 5 MB. */
const TOGETHER = 2000;

/** All cells of a notebook whose value sheet is called `title`. */
export async function readSheets(spec: NotebookSpec, title: string, readCells = readRanges): Promise<Sheets> {
  const { sheets } = planNotebook(spec, title);
  const read: Read[] = [];
  for (const key of SHEET_KEYS) {
    for (const blocks of together(sheets[key].blocks)) {
      const found = await readCells(
        sheets[key].name,
        blocks.map(({ rect }) => toA1(rect)),
      );
      found?.forEach((cells, index) => read.push({ key, block: blocks[index], ...cells }));
    }
  }
  const cells = read.map(({ key, block, rows, formulas }) => ({
    key,
    block,
    values: fromRows(block, rows),
    formulas: allFormulas(fromRows(block, formulas)),
  }));
  return { cells, trainer: told(spec, read) };
}

function together(blocks: readonly PlannedBlock[]): PlannedBlock[][] {
  const groups: PlannedBlock[][] = [];
  let cells = Infinity;
  for (const block of blocks) {
    const own = block.rect.rows * block.rect.columns;
    if (cells + own > TOGETHER) groups.push([]);
    cells = cells + own > TOGETHER ? own : cells + own;
    groups.at(-1)!.push(block);
  }
  return groups;
}

/** What the cells of some ranges hold; undefined when the sheet is not there. */
function readRanges(sheet: string, addresses: readonly string[]): Promise<BlockCells[] | undefined> {
  return Excel.run(async (context) => {
    const there = context.workbook.worksheets.getItemOrNullObject(sheet);
    const ranges = addresses.map((address) => there.getRange(address));
    for (const range of ranges) range.load('values,formulas');
    await context.sync();
    if (there.isNullObject) return undefined;
    return ranges.map(({ values, formulas }) => ({ rows: values as unknown[][], formulas }));
  });
}

/** Undefined unless every cell holds one. */
function allFormulas(cells: readonly unknown[]): readonly string[] | undefined {
  const isFormula = (cell: unknown): cell is string => typeof cell === 'string' && cell.startsWith('=');
  return cells.every(isFormula) ? cells : undefined;
}

function told(spec: NotebookSpec, cells: readonly Read[]): Trainer {
  const trainer = new Trainer(spec);
  for (const { key, block, rows } of cells) {
    if (!block.editable && !COUNTS.includes(block.name)) continue;
    const { values } = inspect(block, block.rect, rows);
    if (values) trainer.accept(key, block, values);
  }
  trainer.trustMemory();
  trainer.compute();
  return trainer;
}
