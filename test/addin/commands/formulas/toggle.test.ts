/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { STEP, setTo } from '../../../../src/addin/commands/train';
import { Session } from '../../../../src/addin/session';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { OPTIMISERS } from '../../../../src/notebook/sheet/settings';
import { isLong } from '../../../support/runs';
import { expectAgreement } from '../../../notebook/formulas/support/agree';
import { readSheets } from '../../support/computed';
import { expectConsistent } from '../../support/consistent';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

/** What the value sheet of the notebook under test is called. */
let title = '';
beforeEach(async () => {
  await sheet.session.perform(newNotebook(TINY));
  title = sheet.session.store.get().notebook!.title;
  await sheet.session.perform(setTo('batchSize', 1));
});
afterEach(() => sheet.clear());

const type = (address: string, value: number | string) => sheet.type(address, value, title);
const read = async (address: string, name = title) => (await sheet.read(address, name))[0][0];
const said = () => sheet.session.store.get();

async function formula(address: string, name = title): Promise<unknown> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRange(address);
    range.load('formulas');
    await context.sync();
    return range.formulas[0][0] as unknown;
  });
}

/** As if the add-in were not there: it does not answer what is written through the API. */
async function withoutEngine(address: string, value: number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(title).getRange(address).values = [[value]];
    await context.sync();
  });
}

async function expectAllAgree(): Promise<void> {
  const { cells, trainer } = await readSheets(TINY, title);
  expectAgreement(cells, trainer);
}

test('Show formulas, and back to values', async () => {
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  expect(await formula('L3')).toBe('=MAX(0,SUMPRODUCT(A2:C4,$H$5:$J$7)+$H$9)');
  expect(await formula('Q3')).toBe('=MAX(L3:M4)');
  expect(await formula('AE4')).toBe(
    '=SUMPRODUCT($Q$3:$R$4,$W$3:$X$4)+SUMPRODUCT($Q$12:$R$13,$W$12:$X$13)+AC4',
  );
  expect(said().notice).toMatch(/cells are worksheet formulas now/);
  expect(said().notebook!.formulas).toMatchObject({ values: true, gradients: false, stays: [] });
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  expect(await formula('L3')).toEqual(expect.any(Number));
  expect(said().notice).toBe('All cells hold values again.');
  await expectConsistent(sheet, TINY, title);
});

test('with the engine switched off, the spreadsheet computes values, gradients and the next step', async () => {
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
  const before = await read('L3');
  await withoutEngine('I6', 3);
  expect(await read('L3')).not.toBe(before);
  await expectAllAgree();
});

/** In `npm run test:long` all of them. */
const chosen = OPTIMISERS.filter((optimiser) => isLong || optimiser === 'Adam');

test.each(chosen)(
  'Step with %s leads to what the next sheet says, and writes no computed cell',
  async (optimiser) => {
    await sheet.session.perform(setTo('optimiser', optimiser));
    await sheet.session.perform(sheet.session.formulas.toggle('values'));
    await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
    await sheet.session.perform(STEP);
    const next = await read('I6', `${title} next`);
    await sheet.session.perform(STEP);
    expect(await read('I6')).toBeCloseTo(next as number, 12);
    expect(await formula('L3')).toMatch(/^=MAX/);
    await expectAllAgree();
  },
);

test('with a batch of several images the gradients of weights stay values, and the pane asks', async () => {
  await sheet.session.perform(setTo('batchSize', 4));
  await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
  expect(await formula('H5', `${title} ∂`)).toEqual(expect.any(Number));
  expect(await formula('L3', `${title} ∂`)).toMatch(/^=/);
  expect(said().notebook!.formulas.stays[0]).toMatch(
    /gradients of weights and biases \(of a batch of 4 images, one of which is on the page\)/,
  );
  await expectAllAgree();
  await said().question!.answer();
  expect(await formula('H5', `${title} ∂`)).toMatch(/^=SUMPRODUCT/);
  expect(said().notebook!.formulas.stays).toEqual([]);
  await expectAllAgree();
  await type('AN5', 4);
  expect(await formula('H5', `${title} ∂`)).toEqual(expect.any(Number));
  await expectAllAgree();
});

test('a formula that was typed over is put back, and the notebook says so', async () => {
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  await type('M4', 17);
  expect(await formula('M4')).toBe('=MAX(0,SUMPRODUCT(B3:D5,$H$5:$J$7)+$H$9)');
  expect(said().notice).toMatch(/is computed and was put back/);
});

test('text in a weight cell is refused, the formulas recover with it', async () => {
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  await type('I6', 'much');
  expect(said().errors[0]).toMatch(/I6 .* holds the text "much"/);
  await type('I6', 0.5);
  expect(said().errors).toEqual([]);
  await expectAllAgree();
});

test('one block as formulas, and one block as values', async () => {
  const sheetId = await Excel.run(async (context) => {
    const found = context.workbook.worksheets.getItem(title);
    found.load('id');
    await context.sync();
    return found.id;
  });
  sheet.session.selection.select({ sheet: sheetId, address: 'M4' });
  await sheet.session.perform(sheet.session.formulas.toggleSelected);
  expect(await formula('L3')).toMatch(/^=MAX/);
  expect(await formula('L12')).toEqual(expect.any(Number));
  expect(said().notebook!.formulas.blocks).toEqual(['conv1, map 1']);
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  await sheet.session.perform(sheet.session.formulas.toggleSelected);
  expect(await formula('L3')).toEqual(expect.any(Number));
  expect(await formula('L12')).toMatch(/^=MAX/);
  sheet.session.selection.select({ sheet: sheetId, address: 'I6' });
  await sheet.session.perform(sheet.session.formulas.toggleSelected);
  expect(said().errors[0]).toMatch(/Select a cell that the notebook computes/);
});

test('formulas read the cells where they stand now', async () => {
  await sheet.insertColumn(7, title);
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  expect(await formula('M3')).toBe('=MAX(0,SUMPRODUCT(A2:C4,$I$5:$K$7)+$I$9)');
  await sheet.insertColumn(7, title);
  expect(await formula('N3')).toBe('=MAX(0,SUMPRODUCT(A2:C4,$J$5:$L$7)+$J$9)');
  await sheet.session.perform(STEP);
  expect(await formula('N3')).toMatch(/^=MAX/);
});

test('a deleted sheet of gradients comes back with its formulas', async () => {
  await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
  await sheet.remove(`${title} ∂`);
  await sheet.session.perform(STEP);
  expect(await formula('L3', `${title} ∂`)).toMatch(/^=/);
  await expectAllAgree();
});

test('a workbook that is opened again goes on with its formulas', async () => {
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
  const again = new Session();
  await again.open();
  expect(again.store.get().notebook!.formulas).toMatchObject({ values: true, gradients: true });
  await again.perform(STEP);
  expect(await formula('L3')).toMatch(/^=MAX/);
  await expectAllAgree();
});
