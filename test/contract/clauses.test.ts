/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { CONTRACT } from '../../src/excel/contract/clauses';
import type { Checked } from '../../src/excel/contract/runContract';
import { headlessExcel, type HeadlessExcel } from '../workbook/support/headlessExcel';
import { checkAll } from './support/check';

let excel: HeadlessExcel;
let checked: readonly Checked[];
beforeAll(async () => {
  excel = await headlessExcel();
  ({ checked } = await checkAll(CONTRACT, []));
});
afterAll(() => excel.close());

test.each(CONTRACT)('every promise about $object holds in the embedded workbook', ({ object, clauses }) => {
  const ours = checked.filter((each) => each.object === object);
  expect(ours.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  expect(ours.map(({ name }) => name)).toEqual(clauses.map(({ name }) => name));
});

test('a promise that Excel does not keep is reported with what was found, and so is one that it cannot know', async () => {
  const [object, members, page] = ['Range', ['Range.values'] as const, 'Range.values'];
  const clause = { members, page } as const;
  const { checked: broken } = await checkAll(
    [
      {
        object,
        clauses: [
          {
            ...clause,
            name: 'other',
            check: async ({ sheet, read }) => ({
              found: await read(sheet.getRange('A1'), 'values'),
              promised: [[1]],
            }),
          },
          {
            ...clause,
            name: 'error',
            check: async ({ sheet, read }) => ({
              found: await read(sheet.getRange('A0'), 'values'),
              promised: [],
            }),
          },
          {
            ...clause,
            name: 'unknown',
            check: async ({ sheet, read }) => ({
              found: await read(sheet.pivotTables, 'items/name'),
              promised: [],
            }),
          },
        ],
      },
    ],
    [],
  );
  expect(broken.map(({ verdict, found, promised }) => [verdict, found, promised])).toEqual([
    ['differs', '[[""]]', '[[1]]'],
    ['differs', 'InvalidArgument', ''],
    ['unsupported', 'ApiNotFound', ''],
  ]);
});
