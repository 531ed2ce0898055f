/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { TextEncoder } from 'node:util';
import { headlessExcel, type HeadlessExcel } from '../../../workbook/support/headlessExcel';
import { images, show } from '../support/images';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  // Large requests are measured with it, and jsdom has none.
  globalThis.TextEncoder ??= TextEncoder as typeof globalThis.TextEncoder;
  excel = await headlessExcel();
  person = new Person(excel);
});
afterAll(() => excel.close());

/** Numbers as long as they come. */
const long = (count: number, size: number) =>
  Float64Array.from({ length: count * size }, (_, i) => 1 / (i + 3));

test('a hundred images of 28 × 28 pixels', async () => {
  const set = images(100, { height: 28, width: 28, pixels: long(100, 784), pixelScale: 1 });
  await show('MNIST', undefined, set, { rows: 100 });
  expect(await person.read('MNIST data', 'ADE4:ADG4')).toEqual([['pixel 28 27', 'pixel 28 28', '']]);
  expect(await person.read('MNIST data', 'ADF104')).toEqual([[1 / 78402]]);
});

test('more pixels than one request takes', async () => {
  const set = images(100, { channels: 3, height: 40, width: 40, pixels: long(100, 4800), pixelScale: 1 });
  await show('Large', undefined, set, { rows: 100 });
  expect(await person.read('Large data', 'GBR104')).toEqual([[1 / 480002]]);
});

test('of more pixels than rows of a sheet can show, the first are shown', async () => {
  const set = images(1, { height: 128, width: 129, pixels: new Uint8Array(128 * 129) });
  await show('Wide', undefined, set, { rows: 1 });
  expect(await person.read('Wide data', 'XFC4:XFD4')).toEqual([['pixel 127 127', '']]);
});
