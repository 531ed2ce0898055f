/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { headlessExcel, type HeadlessExcel } from '../../../workbook/support/headlessExcel';
import { confuse, threeClasses, twoLabels } from '../support/confusions';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel);
});
afterAll(() => excel.close());

test('the heading says it in words', async () => {
  await confuse('Words', undefined, threeClasses());
  expect(await person.read('Words confusion', 'A1')).toEqual([
    ['10 validation images, after step 200: accuracy 80.0%, loss 0.0812'],
  ]);
});

test('true classes go down, predicted ones to the right, with totals and recall', async () => {
  await confuse('Matrix', undefined, threeClasses());
  expect(await person.see('Matrix confusion', 'A4:F9')).toEqual([
    ['', 'predicted', '', '', '', ''],
    ['true class', 'cat', 'dog', '7', 'images', 'recall'],
    ['cat', '4', '1', '·', '5', '80.0 %'],
    ['dog', '·', '3', '·', '3', '100.0 %'],
    ['7', '1', '·', '1', '2', '50.0 %'],
    ['all', '5', '4', '1', '10', '80.0 %'],
  ]);
});

test('a count is a number, a zero too', async () => {
  await confuse('Numbers', undefined, threeClasses());
  expect(await person.read('Numbers confusion', 'B6:D6')).toEqual([[4, 1, 0]]);
});

test('the images with the highest loss stand right of it', async () => {
  await confuse('Worst', undefined, threeClasses());
  expect(await person.see('Worst confusion', 'H4:L8')).toEqual([
    ['Highest loss', '', '', '', ''],
    ['Image', 'Label', 'Predicted', 'Probability', 'Loss'],
    ['12', '7', 'cat', '0.750', '2.5000'],
    ['3', 'cat', 'dog', '0.500', '1.2500'],
    ['', '', '', '', ''],
  ]);
});

test('of many bad images twenty are shown', async () => {
  const [first] = threeClasses().worst;
  const worst = Array.from({ length: 25 }, (_, i) => ({ ...first, image: i + 1 }));
  await confuse('Many', undefined, threeClasses({ worst }));
  expect(await person.read('Many confusion', 'H25:H26')).toEqual([[20], ['']]);
});

test('a class without an image has no recall', async () => {
  const counts = [
    [0, 0, 0],
    [0, 3, 0],
    [0, 0, 7],
  ];
  await confuse('Absent', undefined, threeClasses({ counts }));
  expect(await person.read('Absent confusion', 'E6:F6')).toEqual([[0, '']]);
});

test('classes are words, whatever they look like', async () => {
  await confuse('Odd', undefined, threeClasses({ classes: ['=1+1', '1-2', '007'] }));
  expect(await person.read('Odd confusion', 'B5:D5')).toEqual([['=1+1', '1-2', '007']]);
});

test('where an image can have several labels, each label is counted by itself', async () => {
  await confuse('Several', undefined, twoLabels());
  expect(await person.see('Several confusion', 'A4:H7')).toEqual([
    ['', 'images', '', '', '', '', '', ''],
    ['label', 'with it', 'found', 'missed', 'false alarms', 'precision', 'recall', 'correct'],
    ['dark', '3', '2', '1', '·', '100.0 %', '66.7 %', '75.0 %'],
    ['red', '·', '·', '·', '·', '', '', '100.0 %'],
  ]);
  expect(await person.see('Several confusion', 'J5:N6')).toEqual([
    ['Image', 'Label', 'Predicted', 'Probability', 'Loss'],
    ['2', 'dark', 'none', '0.250', '1.5000'],
  ]);
});

test('as many classes as there can be', async () => {
  const classes = Array.from({ length: 256 }, (_, i) => `class ${i}`);
  // Of each class one image is classified correctly, and two are predicted as the first class.
  const counts = classes.map((_, row) =>
    classes.map((__, column) => Number(row === column) + (column === 0 ? 2 : 0)),
  );
  await confuse('All', undefined, threeClasses({ classes, counts }));
  expect(await person.read('All confusion', 'IV261:IZ262')).toEqual([
    [0, 1, 3, 1 / 3, ''],
    [1, 1, 768, 258 / 768, ''],
  ]);
});
