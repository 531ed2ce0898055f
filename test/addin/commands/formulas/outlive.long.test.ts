/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { STEP, setTo } from '../../../../src/addin/commands/train';
import { Session } from '../../../../src/addin/session';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { expectAgreement } from '../../../notebook/formulas/support/agree';
import { readSheets } from '../../support/computed';
import { openNotebook, type Sheet } from '../../support/sheet';

// Formulas outlive what happens to their cells and sheets, by hand or by other add-ins.
let sheet: Sheet;
let title = '';
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());
beforeEach(async () => {
  await sheet.session.perform(newNotebook(TINY));
  title = sheet.session.store.get().notebook!.title;
  await sheet.session.perform(setTo('batchSize', 1));
});
afterEach(() => sheet.clear());

const said = () => sheet.session.store.get();
const both = async () => {
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
};

/** Changes a worksheet as another add-in would: ours hears nothing of it. */
function behindItsBack(name: string, change: (worksheet: Excel.Worksheet) => void): Promise<void> {
  return Excel.run(async (context) => {
    change(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
}

async function expectAllAgree(): Promise<void> {
  const { cells, trainer } = await readSheets(TINY, title);
  expect(cells.filter(({ formulas }) => formulas).length).toBeGreaterThan(30);
  expectAgreement(cells, trainer);
}

test('another optimiser that remembers squares gets its sheet before its formulas', async () => {
  await both();
  await sheet.type('AN17', 'Adam', title);
  await expectAllAgree();
  await sheet.session.perform(setTo('optimiser', 'Adagrad'));
  await expectAllAgree();
});

test('a sheet that is in the way is told, and everything else goes on', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.add(`${title} next`);
    await context.sync();
  });
  await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
  expect(said().errors[0]).toMatch(/There is a sheet '.* next' already/);
  expect(said().notebook!.formulas.gradients).toBe(false);
  await sheet.session.perform(STEP);
  expect(said().errors).toEqual([]);
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  await expectSomeFormulas();
});

async function expectSomeFormulas(): Promise<void> {
  const { cells, trainer } = await readSheets(TINY, title);
  expect(cells.some(({ formulas }) => formulas)).toBe(true);
  expectAgreement(cells, trainer);
}

test.each(['', ' ∂', ' next', ' rotated', ' v'])(
  "a row inserted in the sheet '…%s' while formulas are turned on does no harm when it is gone",
  async (suffix) => {
    if (suffix === ' next' || suffix === ' rotated')
      await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
    await behindItsBack(title + suffix, (at) => at.getRange('6:6').insert('Down'));
    await both();
    await sheet.session.perform(setTo('momentum', 0.8));
    await behindItsBack(title + suffix, (at) => at.getRange('6:6').delete('Up'));
    await sheet.session.perform(STEP);
    const { gradients, values } = said().notebook!.formulas;
    if (!values) await sheet.session.perform(sheet.session.formulas.toggle('values'));
    if (!gradients) await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
    await expectAllAgree();
  },
);

test('what was typed over a formula while the add-in was away is put back', async () => {
  await both();
  await behindItsBack(title, (at) => (at.getRange('M4').values = [[17]]));
  const again = new Session();
  await again.open();
  await again.perform(STEP);
  await expectAllAgree();
});

test('a formula that was typed over is put back also while another cell is wrong', async () => {
  await both();
  await sheet.type('I6', 'x', title);
  await sheet.type('M4', 17, title);
  await sheet.type('I6', 0.5, title);
  await expectAllAgree();
});

test('of several selected areas the first computed block is meant', async () => {
  const id = await Excel.run(async (context) => {
    const values = context.workbook.worksheets.getItem(title);
    values.load('id');
    await context.sync();
    return values.id;
  });
  sheet.session.selection.select({ sheet: id, address: 'H5,M4,L13' });
  await sheet.session.perform(sheet.session.formulas.toggleSelected);
  expect(said().notebook!.formulas.blocks).toEqual(['conv1, map 1']);
});

test('a page that is built anew keeps its formulas', async () => {
  await both();
  await sheet.session.perform(sheet.session.models.show);
  await sheet.session.perform(sheet.session.models.build);
  expect(said().errors).toEqual([]);
  expect(said().notebook!.formulas).toMatchObject({ values: true, gradients: true });
  await expectAllAgree();
});
