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

test('words say what the images are, where they are, and what to do elsewhere', async () => {
  await show('Words', undefined, images(5));
  expect(await person.read('Words data', 'A1:A3')).toEqual([
    ['pets: 5 images of 2 × 2 pixels, 2 classes (cat, 7)'],
    [
      "The images are kept in the storage of this browser, under the name 'pets', and not in the workbook. " +
        'Images 1 to 3 are shown here.',
    ],
    [
      'Select rows, and the pane shows them as pictures. Typing over them here does not change the images. ' +
        'On another machine, or in another browser, import the same files again.',
    ],
  ]);
});

test('images that are kept in cells go with the workbook', async () => {
  await show('Cells', undefined, images(2), { kept: 'cells' });
  expect(await person.read('Cells data', 'A2')).toEqual([
    [
      'The images are kept in the cells of this workbook and go wherever it goes. Images 1 to 2 are shown here.',
    ],
  ]);
});

test('each image is a row: its number, its label, its pixels', async () => {
  await show('Rows', undefined, images(5));
  expect(await person.read('Rows data', 'A4:F8')).toEqual([
    ['image', 'label', 'pixel 1 1', 'pixel 1 2', 'pixel 2 1', 'pixel 2 2'],
    [1, 'cat', 0, 1, 2, 3],
    [2, 7, 1, 2, 3, 4],
    [3, 'cat', 2, 3, 4, 5],
    ['', '', '', '', '', ''],
  ]);
});

test('pixels that are no bytes show two digits', async () => {
  const pixels = Float64Array.from({ length: 4 }, (_, i) => i / 4);
  await show('Floats', undefined, images(1, { pixels, pixelScale: 1 }));
  expect(await person.see('Floats data', 'C5:F5')).toEqual([['0', '0.25', '0.50', '0.75']]);
});

test('a label is a word, whatever it looks like', async () => {
  await show('Odd', undefined, images(2, { classes: ['=1', '1/2'] }));
  expect(await person.read('Odd data', 'B5:B6')).toEqual([['=1'], ['1/2']]);
});

test('images may be called anything', async () => {
  await show('Called', undefined, images(1, { name: '=1+1' }));
  expect(await person.read('Called data', 'A1')).toEqual([
    ['=1+1: 1 image of 2 × 2 pixels, 2 classes (cat, 7)'],
  ]);
});

test('of many classes ten are named', async () => {
  const classes = Array.from({ length: 12 }, (_, i) => `c${i}`);
  await show('Classes', undefined, images(2, { classes }));
  expect(await person.read('Classes data', 'A1')).toEqual([
    ['pets: 2 images of 2 × 2 pixels, 12 classes (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 …)'],
  ]);
});

test.each([
  [false, '1 class (cat)'],
  [true, '1 label (cat)'],
])('one of them is one, several labels an image: %p', async (multiLabel, said) => {
  const set = images(2, { classes: ['cat'], labels: new Uint8Array(2), multiLabel });
  await show(said, undefined, set);
  expect(await person.read(`${said} data`, 'A1')).toEqual([[`pets: 2 images of 2 × 2 pixels, ${said}`]]);
});

test('the names and the first two columns stay in view', async () => {
  await show('Frozen', undefined, images(2));
  await Excel.run(async (context) => {
    const frozen = context.workbook.worksheets.getItem('Frozen data').freezePanes.getLocation();
    frozen.load('address');
    await context.sync();
    expect(frozen.address).toBe("'Frozen data'!A1:B4");
  });
});
