import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbook } from 'exceljs';
import { HyperFormula } from 'hyperformula';
import type { Trainer } from '../../../../src/training/trainer';
import { isText, valueShape, type Block } from '../../../../src/notebook/sheet/block';
import { Formulas } from '../../../../src/notebook/formulas';
import { inA1, StaysValues, type Formula } from '../../../../src/notebook/formulas/formula';
import { SHEET_KEYS, type Plan, type SheetKey } from '../../../../src/notebook/sheet/plan';
import { planNotebook } from '../../../../src/notebook/layout/planNotebook';
import { settingNamed, shownAs } from '../../../../src/notebook/sheet/settings';
import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';

/** A block as the workbook computed it. */
export interface Computed {
  readonly key: SheetKey;
  readonly block: Block;
  /** Undefined where the block stayed values. */
  readonly formulas?: readonly string[];
  readonly values: readonly unknown[];
}

/**
 * Write a notebook with all its formulas to an .xlsx file, read that back, and have HyperFormula, which shares no code
 * with the embedded workbook or with our engine, compute it.
 */
export async function computedFromFile(spec: NotebookSpec, trainer: Trainer): Promise<Computed[]> {
  const plan = planNotebook(spec);
  const formulas = formulasOf(plan, trainer);
  const sheets = await throughFile(plan, trainer, formulas);
  const engine = HyperFormula.buildFromSheets(sheets, {
    licenseKey: 'gpl-v3',
    smartRounding: false,
    useArrayArithmetic: true,
  });
  const computed = everyBlock(plan).map(({ key, block }) => ({
    key,
    block,
    formulas: formulas.get(`${key} ${block.name}`),
    values: cellsOf(block).map(({ row, column }) =>
      engine.getCellValue({ sheet: engine.getSheetId(plan.sheets[key].name)!, row, col: column }),
    ),
  }));
  engine.destroy();
  return computed;
}

/** Every formula of a plan, as it stands in its cell. */
export function formulasOf(plan: Plan, trainer: Trainer): Map<string, string[]> {
  const nameOf = (key: SheetKey) => plan.sheets[key].name;
  const formulas = new Formulas(plan.spec, plan.layout, trainer.settings, (_, block) => block.rect, nameOf);
  const texts = new Map<string, string[]>();
  for (const { key, block } of everyBlock(plan)) {
    const own = formulasOrReason(() => formulas.of(key, block));
    if (!own) continue;
    const cells = cellsOf(block);
    texts.set(
      `${key} ${block.name}`,
      own.map((each, index) => inA1(each, { key, ...cells[index], nameOf })),
    );
  }
  return texts;
}

function formulasOrReason(find: () => Formula[]): Formula[] | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof StaysValues) return undefined;
    throw error;
  }
}

function everyBlock(plan: Plan): { key: SheetKey; block: Block }[] {
  return SHEET_KEYS.flatMap((key) => plan.sheets[key].blocks.map((block) => ({ key, block })));
}

/** The cells of a block's values, row by row. */
export function cellsOf(block: Block): { row: number; column: number }[] {
  const { rows, columns } = valueShape(block);
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: block.rect.row + Math.floor(index / columns) * block.jump,
    column: block.rect.column + (index % columns) * block.jump,
  }));
}

type Cell = string | number | null;

async function throughFile(
  plan: Plan,
  trainer: Trainer,
  formulas: ReadonlyMap<string, readonly string[]>,
): Promise<Record<string, Cell[][]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cellvolution-'));
  try {
    const file = path.join(folder, 'notebook.xlsx');
    const written = new Workbook();
    for (const key of SHEET_KEYS) written.addWorksheet(plan.sheets[key].name);
    for (const { key, block } of everyBlock(plan)) {
      const sheet = written.getWorksheet(plan.sheets[key].name)!;
      const own = formulas.get(`${key} ${block.name}`);
      const values = isText(block) ? [] : trainer.valuesFor(key, block);
      const setting = settingNamed(block.name);
      cellsOf(block).forEach(({ row, column }, index) => {
        const cell = sheet.getCell(row + 1, column + 1);
        if (own) cell.value = { formula: own[index].slice(1) } as never;
        else if (isText(block)) cell.value = trainer.textFor(block);
        else cell.value = setting ? shownAs(setting, values[index]) : values[index];
      });
    }
    await written.xlsx.writeFile(file);
    const read = new Workbook();
    await read.xlsx.readFile(file);
    return Object.fromEntries(
      read.worksheets.map((sheet) => {
        // It goes through all cells to count them.
        const { columnCount } = sheet;
        const cellAt = (row: number, column: number): Cell => {
          const { value, formula } = sheet.getCell(row + 1, column + 1);
          return formula ? `=${formula}` : ((value as Cell | undefined) ?? null);
        };
        const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
          Array.from({ length: columnCount }, (__, column) => cellAt(row, column)),
        );
        return [sheet.name, rows];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
