/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { RESET, STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { expectConsistent } from '../support/consistent';
import { openNotebook, type Sheet } from '../support/sheet';

// The office.js of npm drops `mergeUndoGroup`. What a later one may do with it is done here around its `Excel.run`.
type Run = (options: Excel.RunOptions, work?: (context: Excel.RequestContext) => Promise<unknown>) => unknown;

let sheet: Sheet;
let giveBack: () => void;
/** For each `Excel.run`, whether it was to be one undo. */
let merged: boolean[];
beforeEach(async () => {
  sheet = await openNotebook(TINY);
  merged = [];
});
afterEach(() => {
  giveBack();
  sheet.close();
});

/** A later office.js in an Excel with ExcelApi 1.20 (or without), which refuses to merge at a certain request, if any. */
function laterOffice({ offers = true, refusesAt }: { offers?: boolean; refusesAt?: number } = {}): void {
  const { run } = Excel;
  const { requirements } = Office.context;
  const { isSetSupported } = requirements;
  const later: Run = (options, work) => {
    // The test's own requests have no options.
    const args = work
      ? [options, (context: Excel.RequestContext) => work(refusing(context, options))]
      : [options];
    return Reflect.apply(run, Excel, args);
  };
  const refusing = (context: Excel.RequestContext, { mergeUndoGroup = false }: Excel.RunOptions) => {
    merged.push(mergeUndoGroup);
    const sync = context.sync.bind(context);
    let requests = 0;
    context.sync = async <T>(passed?: T) => {
      const isRefused = mergeUndoGroup && ++requests === refusesAt;
      if (isRefused) throw Object.assign(new Error('This cannot be undone.'), { code: 'UndoNotSupported' });
      return sync(passed);
    };
    return context;
  };
  Object.assign(Excel, { run: later });
  Object.assign(requirements, {
    isSetSupported: (...[name, version]: [name: string, version?: string]) =>
      name === 'ExcelApi' && version === '1.20'
        ? offers
        : Reflect.apply(isSetSupported, requirements, [name, version]),
  });
  giveBack = () => {
    Object.assign(Excel, { run });
    Object.assign(requirements, { isSetSupported });
  };
}

const errors = () => sheet.session.store.get().errors;
const showFormulas = () => sheet.session.perform(sheet.session.formulas.toggle('values'));
const formulasOf = (address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Tiny').getRange(address);
    range.load('formulas');
    await context.sync();
    return range.formulas as unknown[][];
  });

test('without ExcelApi 1.20 it is not asked for', async () => {
  laterOffice({ offers: false });
  await sheet.session.perform(RESET);
  expect(merged).not.toContain(true);
});

test('what takes several requests is to be one undo; a Step is one request anyway', async () => {
  laterOffice();
  await sheet.session.perform(STEP);
  expect(merged).not.toContain(true);
  await showFormulas();
  expect(merged).toContain(true);
  expect(errors()).toEqual([]);
});

test.each([1, 2, 3])(
  'if Excel refuses at request %i, it is done without, and not asked again',
  async (at) => {
    laterOffice({ refusesAt: at });
    await showFormulas();
    expect(errors()).toEqual([]);
    expect((await formulasOf('A1:Z20')).flat().some((each) => String(each).startsWith('='))).toBe(true);
    const before = merged.length;
    await showFormulas();
    await sheet.session.perform(RESET);
    expect(merged.slice(before)).not.toContain(true);
    await expectConsistent(sheet, TINY, 'Tiny');
  },
);
