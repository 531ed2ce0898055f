/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { whereIs } from '../../../../src/excel/sheets/extraSheet';
import { cellOfConfusion } from '../../../../src/excel/sheets/confusion/confusionLayout';
import { headlessExcel, type HeadlessExcel } from '../../../workbook/support/headlessExcel';
import { confuse, threeClasses } from '../support/confusions';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel);
});
afterAll(() => excel.close());

/** The colour scale of a cell: what it is at 1, and at its largest, which is how much. */
const scaleAt = (title: string, address: string) =>
  Excel.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets
      .getItem(`${title} confusion`)
      .getRange(address);
    conditionalFormats.load('items/type');
    await context.sync();
    const { colorScale } = conditionalFormats.items.find(({ type }) => type === 'ColorScale')!;
    colorScale.load('criteria');
    await context.sync();
    const { midpoint, maximum } = colorScale.criteria;
    return [midpoint?.color, maximum.color, maximum.formula];
  });

test('what is classified correctly goes from light to blue', async () => {
  await confuse('Right', undefined, threeClasses());
  expect(await scaleAt('Right', 'B6')).toEqual(['#FCFCFF', '#8DB4E2', '4']);
  expect(await scaleAt('Right', 'D8')).toEqual(['#FCFCFF', '#8DB4E2', '4']);
});

test('a mistake is pink at once, and the most frequent one red', async () => {
  await confuse(
    'Wrong',
    undefined,
    threeClasses({
      counts: [
        [4, 1, 0],
        [6, 3, 0],
        [1, 0, 1],
      ],
    }),
  );
  expect(await scaleAt('Wrong', 'C6')).toEqual(['#FCDDDE', '#F8696B', '6']);
  expect(await scaleAt('Wrong', 'B8')).toEqual(['#FCDDDE', '#F8696B', '6']);
});

test('a click is answered where the block has moved to', async () => {
  const place = await confuse('Clicked', undefined, threeClasses());
  await person.insertRow('Clicked confusion', 1);
  const corner = await Excel.run((context) => whereIs(context, place, 'confusion'));
  expect(corner).toMatchObject({ row: 1, column: 0 });
  expect(cellOfConfusion('C7', 3, corner)).toEqual({ truth: 0, predicted: 1 });
});

test('a block whose sheet is gone is nowhere', async () => {
  const place = await confuse('Gone', undefined, threeClasses());
  await person.deleteSheet('Gone confusion');
  expect(await Excel.run((context) => whereIs(context, place, 'confusion'))).toBeUndefined();
});
