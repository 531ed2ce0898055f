/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { QUESTIONS } from '../../../src/excel/contract/questions';
import { CONTRACT } from '../../../src/excel/contract/clauses';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { checkAll } from '../../contract/support/check';
import { FEW, tellAll } from '../support/mainOperations';
import { expectConsistent } from '../support/consistent';
import { openNotebook, type Sheet } from '../support/sheet';

// office.js loads its library for the Mac here, and asks the host as that one does.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY, { client: 'mac' });
});
afterAll(() => sheet.close());

test('client:mac is found out', async () => {
  expect(Office.context.platform).toBe('Mac');
  const { answered } = await checkAll(
    [],
    QUESTIONS.filter(({ name }) => name === 'client'),
  );
  expect(answered).toMatchObject([{ name: 'client', answer: 'mac' }]);
});

test('every promise of Excel holds on the Mac, too', async () => {
  const { checked } = await checkAll(CONTRACT, []);
  expect(checked.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
});

test('the notebook works on the Mac', async () => {
  await tellAll(sheet, FEW);
  expect(sheet.session.store.get().errors).toEqual([]);
  await expectConsistent(sheet, TINY, 'Tiny');
});
