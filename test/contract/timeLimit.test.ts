/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { CONTRACT } from '../../src/excel/contract/clauses';
import { QUESTIONS } from '../../src/excel/contract/questions';
import { headlessExcel, type HeadlessExcel } from '../workbook/support/headlessExcel';
import { checkAll } from './support/check';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** False so many times. */
function overAfter(times: number): () => boolean {
  let left = times;
  return () => left-- <= 0;
}
const sheetNames = () => excel.book.grid.workbook.getSheets().map((sheet) => sheet.getName());

test('when the time is over, the rest is named as not tried, and nothing is left behind', async () => {
  const before = sheetNames();
  const promises = CONTRACT.flatMap(({ object, clauses }) => clauses.map(({ name }) => `${object}: ${name}`));
  const questions = QUESTIONS.filter(({ needs }) => !needs).map(({ question }) => question);
  const { checked, answered, untried } = await checkAll(CONTRACT, QUESTIONS, undefined, overAfter(20));
  expect(checked.map(({ object, name }) => `${object}: ${name}`)).toEqual(promises.slice(0, 20));
  expect(answered).toEqual([]);
  expect(untried).toEqual([...promises.slice(20), ...questions]);
  expect(sheetNames()).toEqual(before);
});

test('a person who helps is asked nevertheless', async () => {
  const { answered, untried } = await checkAll(
    [],
    QUESTIONS,
    async () => false,
    () => true,
  );
  expect(answered.map(({ name }) => name)).toEqual(
    QUESTIONS.filter(({ needs }) => needs).map(({ name }) => name),
  );
  expect(untried).toHaveLength(QUESTIONS.length - answered.length);
});

test('nobody is waited for who goes on typing into a cell when the time is over', async () => {
  const clause = {
    name: 'refused',
    members: ['Range.values'] as const,
    check: () => Promise.reject(Object.assign(new Error(), { code: 'InvalidOperationInCellEditMode' })),
  };
  const { checked, untried } = await checkAll(
    [{ object: 'Range', clauses: [clause] }],
    [],
    undefined,
    overAfter(2),
  );
  expect({ checked, untried }).toEqual({ checked: [], untried: ['Range: refused'] });
});
