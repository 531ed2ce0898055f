import { loadKernels } from '../../../src/engine/kernels';
import { Trainer } from '../../../src/training/trainer';
import { toA1 } from '../../../src/notebook/sheet/address';
import { fromRows, isText, type Block } from '../../../src/notebook/sheet/block';
import { inspect } from '../../../src/notebook/sheet/inspect';
import { SHEET_KEYS, type Plan } from '../../../src/notebook/sheet/plan';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import type { Sheet } from './sheet';

const COUNTS = ['notebook.step', 'optimiser.step'];

type Cells = ReadonlyMap<string, readonly number[]>;

/** Loaded once: jsdom takes a tenth of a second to read their address. */
let kernels: ReturnType<typeof loadKernels> | undefined;

/** Every cell of every sheet is what follows from the cells that a person may type into, and the step counters. */
export async function expectConsistent(sheet: Sheet, spec: NotebookSpec, title: string): Promise<void> {
  const plan = planNotebook(spec, title);
  const cells = await readCells(sheet, plan);
  const trainer = await trainerFrom(spec, plan, cells);
  trainer.compute();
  expectShown(trainer, plan, cells, holdsOf(sheet));
}

/** Every cell of every sheet is what a trainer holds. */
export async function expectCells(sheet: Sheet, trainer: Trainer, plan: Plan): Promise<void> {
  expectShown(trainer, plan, await readCells(sheet, plan), holdsOf(sheet));
}

/** What a command does is what a notebook that is opened anew on these cells would do. */
export async function expectAsOpenedAnew(
  sheet: Sheet,
  spec: NotebookSpec,
  title: string,
  { press, train }: { press: () => Promise<void>; train: (trainer: Trainer) => void },
): Promise<void> {
  const plan = planNotebook(spec, title);
  const trainer = await trainerFrom(spec, plan, await readCells(sheet, plan));
  trainer.compute();
  train(trainer);
  await press();
  expectShown(trainer, plan, await readCells(sheet, plan), holdsOf(sheet));
}

type Holds = (value: number, expected: number) => boolean;

/** Cells hold the engine's numbers to the bit; where the spreadsheet computes some of them, to 1e-9. */
function holdsOf({ session }: Sheet): Holds {
  const { values, gradients } = session.store.get().notebook!.formulas;
  if (!values && !gradients) return (value, expected) => Object.is(value + 0, expected + 0);
  return (value, expected) => Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

/** The numbers of all sheets that are there, by sheet and block. */
async function readCells(sheet: Sheet, plan: Plan): Promise<Cells> {
  const cells = new Map<string, number[]>();
  const there = await sheet.sheets();
  for (const key of SHEET_KEYS.filter((each) => there.includes(plan.sheets[each].name))) {
    for (const block of plan.sheets[key].blocks) {
      if (isText(block)) continue;
      const values = numbersIn(block, await sheet.read(toA1(block.rect), plan.sheets[key].name));
      cells.set(`${key} ${block.name}`, values);
    }
  }
  return cells;
}

async function trainerFrom(spec: NotebookSpec, plan: Plan, cells: Cells): Promise<Trainer> {
  const trainer = new Trainer(spec, undefined, await (kernels ??= loadKernels()));
  for (const key of SHEET_KEYS)
    for (const block of plan.sheets[key].blocks) {
      const values = cells.get(`${key} ${block.name}`);
      if (values && (block.editable || COUNTS.includes(block.name))) trainer.accept(key, block, values);
    }
  trainer.trustMemory();
  return trainer;
}

function expectShown(trainer: Trainer, plan: Plan, cells: Cells, holds: Holds): void {
  for (const key of SHEET_KEYS) {
    for (const block of plan.sheets[key].blocks) {
      const values = cells.get(`${key} ${block.name}`);
      if (!values) continue;
      const expected = [...trainer.valuesFor(key, block)];
      if (values.some((value, index) => !holds(value, expected[index]))) {
        throw new Error(`${key} ${block.name}: ${values.join()} instead of ${expected.join()}`);
      }
    }
  }
}

/** Words as their settings count them. */
function numbersIn(block: Block, rows: unknown[][]): number[] {
  return inspect(block, block.rect, rows).values ?? (fromRows(block, rows) as number[]);
}
