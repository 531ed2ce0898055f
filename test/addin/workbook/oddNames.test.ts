/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../support/sheet';

// What Excel would make a date, a formula, a number, a boolean or an error of, if it were written as it is; in threes,
// for the three classes of the notebook, which is called by such a name, too.
const NAMES: readonly (readonly [title: string, classes: readonly string[]])[] = [
  ['+x', ['1-2', '3/4', '+x']],
  ['5 %', ['5 %', "'a", '=1+']],
  ['1-2', ['$120', 'TRUE', '-']],
  ['@me', ['@me', '#N/A', 'Jan 5']],
];

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

const valuesOn = (title: string) =>
  Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(title).getUsedRange(true).load('values');
    await context.sync();
    return used.values.flat() as unknown[];
  });

test.each(NAMES)(
  'the notebook %s keeps its name, its question and the classes %j',
  async (title, classes) => {
    await sheet.session.perform(newNotebook({ ...TINY, title, classes, question: title }));
    await sheet.session.perform(STEP);
    expect(sheet.session.store.get().errors).toEqual([]);
    expect(await valuesOn(title)).toEqual(expect.arrayContaining([title, ...classes]));
  },
);
