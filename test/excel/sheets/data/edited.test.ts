/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { headlessExcel, type HeadlessExcel } from '../../../workbook/support/headlessExcel';
import { images, show } from '../support/images';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel);
});
afterAll(() => excel.close());

test('another page goes over the one before', async () => {
  const place = await show('Pages', undefined, images(5));
  expect(await show('Pages', place, images(5), { from: 3 })).toBe(place);
  expect(await person.read('Pages data', 'A5:C8')).toEqual([
    [4, 7, 3],
    [5, 'cat', 4],
    ['', '', ''],
    ['', '', ''],
  ]);
});

test("somebody's cells beside and below are kept", async () => {
  const place = await show('Notes', undefined, images(5));
  person.type('Notes data', 'G5', 'beside');
  person.type('Notes data', 'A8', 'below');
  await show('Notes', place, images(5), { from: 3 });
  expect(await person.read('Notes data', 'G5')).toEqual([['beside']]);
  expect(await person.read('Notes data', 'A8')).toEqual([['below']]);
});

test('a deleted sheet is drawn anew', async () => {
  const place = await show('Deleted', undefined, images(5));
  await person.deleteSheet('Deleted data');
  expect(await show('Deleted', place, images(5))).not.toBe(place);
  expect(await person.read('Deleted data', 'A5')).toEqual([[1]]);
});

test('a renamed sheet is found', async () => {
  const place = await show('Renamed', undefined, images(5));
  await person.renameSheet('Renamed data', 'my pets');
  expect(await show('Renamed', place, images(5), { from: 3 })).toBe(place);
  expect(await person.read('my pets', 'A5')).toEqual([[4]]);
});

test('images of another size take the place of those that were there', async () => {
  const place = await show('Sizes', undefined, images(4));
  expect(await show('Sizes', place, images(8, { width: 1 }))).toBe(place);
  expect(await person.read('Sizes data', 'A4:F4')).toEqual([
    ['image', 'label', 'pixel 1 1', 'pixel 2 1', '', ''],
  ]);
});

test('where something else stands on the sheet, they go on a new one', async () => {
  const place = await show('Noted', undefined, images(4));
  person.type('Noted data', 'Z1', 'mine');
  expect(await show('Noted', place, images(8, { width: 1 }))).not.toBe(place);
  expect(await person.read('Noted data', 'A4:F4')).toEqual([
    ['image', 'label', 'pixel 1 1', 'pixel 1 2', 'pixel 2 1', 'pixel 2 2'],
  ]);
  expect(await person.read('Noted data (2)', 'A4:F4')).toEqual([
    ['image', 'label', 'pixel 1 1', 'pixel 2 1', '', ''],
  ]);
});
