import { openWorkbook, type EmbeddedWorkbook } from '../../browser/harness';
import { timed, watchWorkbook, type Timing } from './timings';

/** Each is done so often before it counts: programs grow fast by use. */
const WARM_UP = 3;

/** A new workbook, watched. */
export async function newWorkbook(): Promise<EmbeddedWorkbook> {
  const workbook = await openWorkbook({ blank: true });
  await watchWorkbook(workbook);
  return workbook;
}

/** Draw a notebook in a workbook of its own, as the first thing that is done there. */
export async function timeBuilds(starter: string, rounds: number): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (let round = 0; round < rounds; round++) {
    const workbook = await newWorkbook();
    timings.push(await timed(workbook, () => build(workbook, starter)));
    await workbook.close();
  }
  return timings;
}

/** Lesson 4 has a button; the others are in a menu. */
export function build(workbook: EmbeddedWorkbook, starter: string): Promise<void> {
  return starter === 'Lesson 4' ? workbook.press(starter) : workbook.choose('New', starter);
}

export function timeSteps(workbook: EmbeddedWorkbook, rounds: number): Promise<Timing[]> {
  return repeat(rounds, () => timed(workbook, () => workbook.press('Step')));
}

/** A number typed into one cell of a filter: the cell is chosen and the digits are typed before the clock starts. */
export function timeTyping(workbook: EmbeddedWorkbook, address: string, rounds: number): Promise<Timing[]> {
  return repeat(rounds, async (round) => {
    await workbook.goTo(address);
    await workbook.page.keyboard.type(String((round % 7) / 8 - 0.4));
    return timed(workbook, () => workbook.page.keyboard.press('Enter'));
  });
}

async function repeat(rounds: number, act: (round: number) => Promise<Timing>): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (let round = 0; round < WARM_UP + rounds; round++) timings.push(await act(round));
  return timings.slice(WARM_UP);
}
