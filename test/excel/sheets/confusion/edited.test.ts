/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { headlessExcel, type HeadlessExcel } from '../../../workbook/support/headlessExcel';
import { confuse, threeClasses } from '../support/confusions';
import { at, Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel);
});
afterAll(() => excel.close());

const perfect = threeClasses({
  counts: [
    [5, 0, 0],
    [0, 3, 0],
    [0, 0, 2],
  ],
  worst: [],
});

test('drawn again it stands in the same cells, and nothing is left of the one before', async () => {
  const place = await confuse('Again', undefined, threeClasses());
  expect(await confuse('Again', place, perfect)).toBe(place);
  expect(await person.see('Again confusion', 'A6:H7')).toEqual([
    ['cat', '5', '·', '·', '5', '100.0 %', '', ''],
    ['dog', '·', '3', '·', '3', '100.0 %', '', ''],
  ]);
});

test("somebody's cells beside it, and in its gaps, are kept", async () => {
  const place = await confuse('Notes', undefined, threeClasses());
  person.type('Notes confusion', 'G6', 'gap');
  person.type('Notes confusion', 'A12', 'below');
  person.type('Notes confusion', 'N1', 'beside');
  await confuse('Notes', place, perfect);
  expect(await person.read('Notes confusion', 'G6')).toEqual([['gap']]);
  expect(await person.read('Notes confusion', 'A12')).toEqual([['below']]);
  expect(await person.read('Notes confusion', 'N1')).toEqual([['beside']]);
});

test('a deleted sheet is drawn anew', async () => {
  const place = await confuse('Deleted', undefined, threeClasses());
  await person.deleteSheet('Deleted confusion');
  expect(await confuse('Deleted', place, perfect)).not.toBe(place);
  expect(await person.read('Deleted confusion', 'B6')).toEqual([[5]]);
});

test('a renamed sheet is found', async () => {
  const place = await confuse('Renamed', undefined, threeClasses());
  await person.renameSheet('Renamed confusion', 'how good');
  expect(await confuse('Renamed', place, perfect)).toBe(place);
  expect(await person.read('how good', 'B6')).toEqual([[5]]);
});

test('where rows were inserted above, it has moved', async () => {
  const place = await confuse('Moved', undefined, threeClasses());
  await person.insertRow('Moved confusion', 1);
  person.type('Moved confusion', 'A1', 'mine');
  expect(await confuse('Moved', place, perfect)).toBe(place);
  expect(await person.read('Moved confusion', 'A1')).toEqual([['mine']]);
  expect(await person.read('Moved confusion', 'A6:B7')).toEqual([
    ['true class', 'cat'],
    ['cat', 5],
  ]);
});

test('where rows were inserted within, it is left as it is, and drawn on a new sheet', async () => {
  const place = await confuse('Apart', undefined, threeClasses());
  await person.insertRow('Apart confusion', 7);
  person.type('Apart confusion', 'B7', 'mine');
  expect(await confuse('Apart', place, perfect)).not.toBe(place);
  expect(await person.read('Apart confusion', 'B6:B8')).toEqual([[4], ['mine'], [0]]);
  expect(await person.read('Apart confusion (2)', 'B6:B8')).toEqual([[5], [0], [0]]);
});

test('colours do not pile up', async () => {
  const countRules = async () => {
    let count: OfficeExtension.ClientResult<number>;
    await at('Colours confusion', (sheet) => (count = sheet.getRange('B6:D8').conditionalFormats.getCount()));
    return count!.value;
  };
  const place = await confuse('Colours', undefined, threeClasses());
  const before = await countRules();
  await confuse('Colours', place, perfect);
  expect(await countRules()).toBe(before);
});
