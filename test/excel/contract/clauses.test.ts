/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { CONTRACT } from '../../../src/excel/contract/clauses';
import { runContract, type Checked } from '../../../src/excel/contract/runContract';
import { headlessExcel, type HeadlessExcel } from '../../workbook/support/headlessExcel';

let excel: HeadlessExcel;
let checked: Checked[];
beforeAll(async () => {
  excel = await headlessExcel();
  checked = await runContract(CONTRACT, {
    onSheet: () => undefined,
    onProgress: () => undefined,
    isStopped: () => false,
  });
});
afterAll(() => excel.close());

test.each(CONTRACT)('every promise about $object holds in the embedded workbook', ({ object, clauses }) => {
  const ours = checked.filter((each) => each.object === object);
  expect(ours.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  expect(ours.map(({ name }) => name)).toEqual(clauses.map(({ name }) => name));
});
