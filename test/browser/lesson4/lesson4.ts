import type { EmbeddedWorkbook } from '../harness';

/** Words for what the tests of the lesson-4 page do and look at; addresses are those of the published sheet. */
export const OUTPUT = 'EN4';
export const PROBABILITY = 'EP4';
export const TARGET = 'ER4';
export const LOSS = 'ET4';
export const LEARNING_RATE = 'EW4';
export const MOMENTUM = 'EW5';
export const BATCH_SIZE = 'EW6';
export const STEPS_PER_RUN = 'EW7';
export const SEED = 'EW8';
export const IMAGE = 'EW9';
export const STEP = 'EW11';
export const BATCH_LOSS = 'EW12';
export const MESSAGE = 'EW13';

export const VALUES = 'Lesson 4';
export const GRADIENTS = 'Lesson 4 ∂';
export const VELOCITIES = 'Lesson 4 v';

/** One number of the values sheet. */
export async function number(excel: EmbeddedWorkbook, address: string, sheet = VALUES): Promise<number> {
  const [[value]] = await excel.read(address, sheet);
  if (typeof value !== 'number') throw new Error(`${address} holds ${JSON.stringify(value)}, not a number`);
  return value;
}

/** What the pane says. */
export async function messages(excel: EmbeddedWorkbook): Promise<string> {
  return (await excel.pane.getByRole('status').allInnerTexts()).join('\n');
}

/** Wait until the pane shows no run any more. */
export async function runEnded(excel: EmbeddedWorkbook): Promise<void> {
  await excel.pane
    .getByRole('button', { name: 'Stop' })
    .and(excel.pane.locator('[aria-disabled=true]'))
    .waitFor({ timeout: 300_000 });
  await excel.settled();
}

/**
 * Wait until the pane shows so many steps more than it shows now.
 * @returns how many more it shows then
 */
export async function stepsLater(excel: EmbeddedWorkbook, count: number): Promise<number> {
  const before = await stepShown(excel);
  let more = 0;
  await excel.until(`${count} more steps are taken`, async () => {
    more = (await stepShown(excel)) - before;
    return more >= count;
  });
  return more;
}

async function stepShown(excel: EmbeddedWorkbook): Promise<number> {
  const text = await excel.pane.getByText(/^Step [\d,]+, epoch/).innerText();
  return Number(/^Step ([\d,]+), epoch/.exec(text)![1].replaceAll(',', ''));
}

/** What the menus of Excel do; the embedded workbook's menus are not part of what is tested here. */
export function inExcel(
  excel: EmbeddedWorkbook,
  change: 'insert row 2' | 'delete row 12' | 'rename' | 'delete gradients' | 'delete values',
): Promise<void> {
  return excel.pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const values = worksheets.getItem('Lesson 4');
        if (wanted === 'insert row 2') values.getRange('2:2').insert('Down');
        if (wanted === 'delete row 12') values.getRange('12:12').delete('Up');
        if (wanted === 'rename') values.name = 'My digits';
        if (wanted === 'delete gradients') worksheets.getItem('Lesson 4 ∂').delete();
        if (wanted === 'delete values') values.delete();
        await context.sync();
      }),
    change,
  );
}

/** The fill of a cell, as Excel gives it. */
export function fillOf(excel: EmbeddedWorkbook, address: string): Promise<string> {
  return excel.pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        const { fill } = context.workbook.worksheets.getItem('Lesson 4').getRange(wanted).format;
        fill.load('color');
        await context.sync();
        return fill.color.toUpperCase();
      }),
    address,
  );
}
