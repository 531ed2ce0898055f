import type { Machine, Outcome } from '../options';
import { build, newWorkbook, timeBuilds, timeSteps, timeTyping } from './actions';
import { raceFormulas } from './formulas';
import { growSteps } from './growth';
import {
  goalTable,
  growthPicture,
  growthLine,
  phaseTable,
  sheetGoals,
  sheetReport,
  type Measured,
  type Timed,
} from './report';
import { medianOf, type Timing } from './timings';

export interface SheetOptions {
  /** Fewer rounds. */
  readonly quick: boolean;
  readonly machine: Machine;
}

/** A cell of the first filter of lesson 4. */
const FILTER_CELL = 'AE12';

/** Drive the embedded workbook as a person does, and print where the time goes. */
export async function benchSheet({ quick, machine }: SheetOptions): Promise<Outcome> {
  const rounds = quick
    ? { builds: 2, presses: 5, calculations: 2 }
    : { builds: 7, presses: 15, calculations: 5 };
  const timed = await timeActions(rounds.builds, rounds.presses);
  console.log(`${phaseTable(timed)}\n`);
  const races = await raceFormulas(rounds.calculations);
  const grown = await growSteps(rounds.presses);
  const measured: Measured = { machine, timed, races, grown };
  console.log(`${growthLine(grown)}\n`);
  console.log(goalTable(sheetGoals(measured)));
  return {
    files: {
      'sheet.md': sheetReport(measured, 'sheet.svg'),
      'sheet.svg': growthPicture(grown),
      'sheet.json': `${JSON.stringify({ ...measured, goals: sheetGoals(measured) }, undefined, 2)}\n`,
    },
  };
}

async function timeActions(builds: number, presses: number): Promise<Timed[]> {
  const workbook = await newWorkbook();
  await build(workbook, 'Lesson 4');
  const steps = await timeSteps(workbook, presses);
  const typing = await timeTyping(workbook, FILTER_CELL, presses);
  await workbook.close();
  return [
    row('Step of lesson 4', 150, steps),
    row('Filter cell of lesson 4 typed', 150, typing),
    row('Build of lesson 4', 1500, await timeBuilds('Lesson 4', builds)),
    row('Build of Small convnet', 3000, await timeBuilds('Small convnet', builds)),
  ];
}

function row(title: string, goal: number, timings: readonly Timing[]): Timed {
  return { title, goal, rounds: timings.length, timing: medianOf(timings) };
}
