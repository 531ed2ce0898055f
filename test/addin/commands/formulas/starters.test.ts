/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { STEP, setTo } from '../../../../src/addin/commands/train';
import { STARTERS } from '../../../../src/notebook/presets';
import { expectAgreement } from '../../../notebook/formulas/support/agree';
import { isLong } from '../../../support/runs';
import { readSheets } from '../../support/computed';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());
afterEach(() => sheet.clear());

/** A spreadsheet in Node is slow: test/browser/notebooks/formulas.long.test.ts has these, */
const LARGE = ['Small convnet', 'No dense layer'];
/** and the long run all others, of which this one is done at once. */
const TINY = 'Tiny';
const small = STARTERS.filter(({ name }) => (isLong ? !LARGE.includes(name) : name === TINY));

test.each(small.map(({ name, spec }) => [name, spec] as const))(
  'the embedded workbook computes every formula of %s as the engine does',
  async (_, spec) => {
    const { session } = sheet;
    await session.perform(newNotebook(spec));
    const { title } = session.store.get().notebook!;
    await session.perform(STEP);
    await session.perform(setTo('batchSize', 1));
    await session.perform(session.formulas.toggle('values'));
    await session.perform(session.formulas.toggle('gradients'));
    expect(session.store.get().errors).toEqual([]);
    const { cells, trainer } = await readSheets(spec, title);
    expect(cells.filter(({ formulas }) => formulas).length).toBeGreaterThan(20);
    expectAgreement(cells, trainer);
    await session.perform(session.formulas.toggle('values'));
    await session.perform(session.formulas.toggle('gradients'));
  },
);
