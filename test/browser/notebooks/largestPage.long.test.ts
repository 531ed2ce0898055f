import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { messages } from '../lesson4/lesson4';

// About the largest page that is drawn: 147,000 cells, and 3,600 blocks on each of its sheets.
const MODEL = 'Small convnet model';
const FILTERS = { C11: 96, C13: 32 };
/** To build it, or to open it: tens of thousands of ranges, on a machine that may be busy. */
const LONG_MS = 900_000;

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true, patience: LONG_MS });
  await excel.choose('New', 'Small convnet');
  await excel.press('Model');
});
afterAll(() => excel.close());

test(
  'the largest page is built and takes a step',
  async () => {
    for (const [cell, filters] of Object.entries(FILTERS)) await excel.type(cell, filters, MODEL);
    await excel.press('Build');
    expect(await messages(excel)).not.toContain('not built');
    await excel.press('Step');
    expect(await excel.pane.getByText('Step 1,').count()).toBe(1);
    expect(excel.errors).toEqual([]);
  },
  2 * LONG_MS,
);

test(
  'one with more filters is refused in words, and the page stays',
  async () => {
    await excel.type('C11', 128, MODEL);
    await excel.press('Build');
    expect(await messages(excel)).toMatch(/would take 1[\d,]+ cells/);
    await excel.press('Step');
    expect(await excel.pane.getByText('Step 2,').count()).toBe(1);
  },
  2 * LONG_MS,
);
