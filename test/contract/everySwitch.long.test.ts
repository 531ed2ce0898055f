/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { CONTRACT } from '../../src/excel/contract/clauses';
import { STRICT, type Behaviour } from '../../src/workbook/behaviour/behaviour';
import { SWITCHES } from '../../src/workbook/behaviour/switches';
import { headlessExcel, type HeadlessExcel } from '../workbook/support/headlessExcel';
import { checkAll } from './support/check';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterEach(() => excel.behave(STRICT));
afterAll(() => excel.close());

const readings = Object.entries(SWITCHES).flatMap(([name, { readings: all }]) =>
  all.map((reading) => [name, reading] as const),
);

test.each(readings)('with %s:%s every promise holds', async (name, reading) => {
  excel.behave({ [name]: reading } as Partial<Behaviour>);
  const { checked } = await checkAll(CONTRACT, []);
  expect(checked.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
});
