/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { ICalculateFormulaService, IFormulaDependencyGenerator } from '@univerjs/engine-formula';
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

/**
 * Four thousand formulas on two sheets that refer to each other. `Values` has a page of 40 × 40 numbers in A1:AN40, a
 * filter in AO1:AQ3 and rotated by 180° by formulas in AS1:AU3, and the map of the convolution, fifty columns to the right of the
 * page: AZ2:CK39. `It's ∂` has the gradient of half the sum of the map's squares at the same places, and for the page.
 */
const SIZE = 40;
const filter = [
  [0.5, -1.25, 1 / 3],
  [2, 0.1, -0.7],
  [-1e-3, 1.5, 0.25],
];
const page = Array.from({ length: SIZE }, (_, row) =>
  Array.from({ length: SIZE }, (__, column) => Math.sin(row * 7 + column * 3) * 2),
);

let excel: HeadlessExcel;
let calculations = 0;
/** What was read in the request that wrote the formulas, and what should have been. */
let first: Awaited<ReturnType<typeof read>>;
const firstExpected = expected();

beforeAll(async () => {
  excel = await headlessExcel();
  const { executionCompleteListener$ } = excel.book.grid.injector.get(ICalculateFormulaService);
  executionCompleteListener$.subscribe(() => calculations++);
  first = await read((context) => {
    const values = context.workbook.worksheets.add('Values');
    context.workbook.worksheets.add("It's ∂");
    values.getRange('A1:AN40').values = page;
    values.getRange('AO1:AQ3').values = filter;
    writeFormulas(context);
  });
}, 60_000);
beforeEach(() => (calculations = 0));
afterEach(() => void jest.useRealTimers());
afterAll(() => excel.close());

/** Resolves when formulas have been calculated. */
const calculated = () =>
  new Promise<void>((resolve) => {
    const { executionCompleteListener$ } = excel.book.grid.injector.get(ICalculateFormulaService);
    const subscription = executionCompleteListener$.subscribe(() => {
      subscription.unsubscribe();
      resolve();
    });
  });

const fill = (range: Excel.Range, formula: string) => void (range.formulasR1C1 = formula as never);

function writeFormulas({ workbook: { worksheets } }: Excel.RequestContext): void {
  const values = worksheets.getItem('Values');
  const slopes = worksheets.getItem("It's ∂");
  fill(values.getRange('AS1:AU3'), '=INDEX(R1C41:R3C43,4-ROW(),48-COLUMN())');
  fill(values.getRange('AZ2:CK39'), '=MAX(0,SUMPRODUCT(R[-1]C[-51]:R[1]C[-49],R1C41:R3C43))');
  fill(slopes.getRange('AZ2:CK39'), '=IF(AND(Values!RC>0,ROWS(Values!RC)=1),Values!RC,0)');
  fill(slopes.getRange('C3:AL38'), '=SUMPRODUCT(R[-1]C[49]:R[1]C[51],Values!R1C45:R3C47)');
  slopes.getRange('A1').formulas = [['=SUMPRODUCT(Values!AZ2:CK39*(Values!AZ2:CK39>0),AZ2:CK39)/2']];
}

/** The same in plain numbers. */
function expected() {
  const sum = (at: (row: number, column: number) => number) =>
    [0, 1, 2].reduce(
      (total, row) => total + [0, 1, 2].reduce((part, column) => part + at(row, column), 0),
      0,
    );
  const inner = Array.from({ length: SIZE - 2 }, (_, i) => i);
  const map = inner.map((i) =>
    inner.map((j) =>
      Math.max(
        0,
        sum((row, column) => page[i + row][j + column] * filter[row][column]),
      ),
    ),
  );
  const gradient = inner
    .slice(0, -2)
    .map((i) =>
      inner
        .slice(0, -2)
        .map((j) => sum((row, column) => map[i + row][j + column] * filter[2 - row][2 - column])),
    );
  return { map, gradient, loss: map.flat().reduce((total, value) => total + (value * value) / 2, 0) };
}

/** What stands in the cells, read in the same request as `before` writes. */
const read = (before: (context: Excel.RequestContext) => void = () => undefined) =>
  Excel.run(async (context) => {
    before(context);
    const { worksheets } = context.workbook;
    const map = worksheets.getItem('Values').getRange('AZ2:CK39').load('values');
    const gradient = worksheets.getItem("It's ∂").getRange('C3:AL38').load('values');
    const loss = worksheets.getItem("It's ∂").getRange('A1').load('values');
    await context.sync();
    return { map: map.values, gradient: gradient.values, loss: loss.values[0][0] as number };
  });

function expectAgreement(
  found: Awaited<ReturnType<typeof read>>,
  { map, gradient, loss } = expected(),
): void {
  expect(worst(found.map, map)).toBeLessThan(1e-13);
  expect(worst(found.gradient, gradient)).toBeLessThan(1e-13);
  expect(Math.abs(found.loss / loss - 1)).toBeLessThan(1e-13);
}

/** The largest difference; NaN where a cell holds no number. */
const worst = (found: readonly (readonly unknown[])[], wanted: readonly (readonly number[])[]) =>
  Math.max(...wanted.flatMap((row, i) => row.map((value, j) => Math.abs((found[i][j] as number) - value))));

/** As if a person had typed. */
function type(row: number, column: number, v: number): void {
  const { commands, unitId, workbook } = excel.book.grid;
  const subUnitId = workbook.getSheetBySheetName('Values')!.getSheetId();
  const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  commands.syncExecuteCommand('sheet.command.set-range-values', { unitId, subUnitId, range, value: { v } });
}

test('four thousand formulas have their numbers in the request that writes them, in full precision', () => {
  expectAgreement(first, firstExpected);
});

test('an add-in changes one number, and is told what follows from it', async () => {
  for (const value of [3.5, -2, 1 / 7]) {
    page[11][17] = value;
    const found = await read((context) => {
      context.workbook.worksheets.getItem('Values').getRange('R12').values = [[value]];
    });
    expectAgreement(found);
  }
  expect(calculations).toBe(3);
});

test('a person types one number, and an add-in that reads at once is told what follows from it', async () => {
  // Runs at the pace of the real one, and can be put forward.
  jest.useFakeTimers({ advanceTimers: true, doNotFake: ['performance'] });
  filter[1][2] = 0.9;
  type(1, 42, 0.9);
  expectAgreement(await read());
  await jest.advanceTimersByTimeAsync(1000);
  expect(calculations).toBe(1);
});

test('what a person types is calculated without anybody asking', async () => {
  const done = calculated();
  filter[0][0] = -0.25;
  type(0, 40, -0.25);
  await done;
  await excel.book.grid.calculation.run();
  calculations = 0;
  expectAgreement(await read());
  expect(calculations).toBe(0);
});

test('a sheet that is added meanwhile stops no calculation', async () => {
  filter[2][1] = -0.5;
  const found = await read((context) => {
    context.workbook.worksheets.add('Another');
    context.workbook.worksheets.getItem('Values').getRange('AP3').values = [[-0.5]];
  });
  expectAgreement(found);
});

test('numbers over formulas, and formulas over those, leave nothing stale', async () => {
  const numbers = Array.from({ length: SIZE - 2 }, () => Array(SIZE - 2).fill(1));
  const found = await read((context) => {
    context.workbook.worksheets.getItem('Values').getRange('AZ2:CK39').values = numbers;
  });
  expect(worst(found.map, numbers)).toBe(0);
  const total = filter.flat().reduce((sum, value) => sum + value, 0);
  expect(worst(found.gradient, [[total]])).toBeLessThan(1e-13);
  page[20][20] = 5;
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Values').getRange('U21').values = [[5]];
    await context.sync();
  });
  expectAgreement(await read(writeFormulas));
});

test('a formula that refers to other cells than before follows these, and no longer those', async () => {
  const answers = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Moved');
    sheet.getRange('A1:B1').values = [[1, 2]];
    sheet.getRange('C1').formulas = [['=A1*10']];
    await context.sync();
    sheet.getRange('C1').formulas = [['=B1*10']];
    await context.sync();
    sheet.getRange('A1').values = [[5]];
    const first = sheet.getRange('C1').load('values');
    await context.sync();
    sheet.getRange('B1').values = [[7]];
    const second = sheet.getRange('C1').load('values');
    await context.sync();
    return [first.values[0][0], second.values[0][0]];
  });
  expect(answers).toEqual([20, 70]);
});

test('formulas that a filled range shares follow their cells', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('Filled').getRange('A1:A3').values = [[1], [2], [3]];
    await context.sync();
  });
  const { commands, unitId, workbook } = excel.book.grid;
  const subUnitId = workbook.getSheetBySheetName('Filled')!.getSheetId();
  const range = { startRow: 0, endRow: 2, startColumn: 1, endColumn: 1 };
  const value = { 0: { 1: { f: '=A1*10', si: 'fill' } }, 1: { 1: { si: 'fill' } }, 2: { 1: { si: 'fill' } } };
  commands.syncExecuteCommand('sheet.command.set-range-values', { unitId, subUnitId, range, value });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Filled');
    sheet.getRange('A1:A2').values = [[7], [5]];
    const filled = sheet.getRange('B1:B3').load('values,formulas');
    await context.sync();
    expect(filled.values).toEqual([[70], [50], [30]]);
    expect(filled.formulas).toEqual([['=A1*10'], ['=A2*10'], ['=A3*10']]);
  });
});

test('for a number that one formula depends on, the other thousands are not read anew', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Few');
    sheet.getRange('A1').values = [[1]];
    sheet.getRange('B1').formulas = [['=A1*10']];
    await context.sync();
  });
  const generator = excel.book.grid.injector.get(IFormulaDependencyGenerator) as unknown as {
    _getTreeNode: (tree: object) => object;
  };
  const reading = jest.spyOn(generator, '_getTreeNode');
  for (let i = 0; i < 5; i++) {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Few').getRange('A1').values = [[i]];
      await context.sync();
    });
  }
  expect(calculations).toBe(5 + 1);
  expect(reading.mock.calls.length).toBeLessThan(20);
  reading.mockRestore();
});
