import { Trainer } from '../../../src/addin/trainer';
import { toA1 } from '../../../src/notebook/address';
import { fromRows } from '../../../src/notebook/block';
import { inspect } from '../../../src/notebook/inspect';
import { planNotebook, SHEET_KEYS, type PlannedBlock, type SheetKey } from '../../../src/notebook/plan';
import type { NotebookSpec } from '../../../src/notebook/spec';
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

/** What the cells of a block hold; undefined when the sheet is not there. */
export interface BlockCells {
  readonly rows: unknown[][];
  readonly formulas: unknown[][];
}

/** All cells of a notebook whose value sheet is called `title`. */
export async function readSheets(spec: NotebookSpec, title: string, readCells = readBlock): Promise<Sheets> {
  const { sheets } = planNotebook(spec, title);
  const read: Read[] = [];
  for (const key of SHEET_KEYS) {
    // A request for each block: formulas are long, and an answer may not be larger than 5 MB.
    for (const block of sheets[key].blocks) {
      const found = await readCells(sheets[key].name, toA1(block.rect));
      if (found) read.push({ key, block, ...found });
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

function readBlock(sheet: string, address: string): Promise<BlockCells | undefined> {
  return Excel.run(async (context) => {
    const there = context.workbook.worksheets.getItemOrNullObject(sheet);
    const range = there.getRange(address);
    range.load('values,formulas');
    await context.sync();
    return there.isNullObject ? undefined : { rows: range.values, formulas: range.formulas };
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
