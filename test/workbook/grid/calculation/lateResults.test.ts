/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';
import { Person } from '../../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel.book);
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('V');
    await context.sync();
  });
});
afterAll(() => excel.close());

const contents = () =>
  Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem('V').getRange('B1:B2');
    cells.load('formulas');
    await context.sync();
    return cells.formulas.flat() as unknown[];
  });

/** Each is a moment of the calculation: before it begins, while it goes on, after its end. */
const TURNS = Array.from({ length: 25 }, (_, turns) => turns);

test('what is typed over a formula while it is calculated stays; other results come', async () => {
  for (const turns of TURNS) {
    await person.type('V', 'A1', turns);
    await person.type('V', 'B1:B2', '=$A$1*2');
    await contents();
    await person.type('V', 'A1', turns + 1);
    const calculated = excel.book.grid.calculation.run();
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve));
    await person.type('V', 'B1', 7);
    await calculated;
    expect([turns, ...(await contents())]).toEqual([turns, 7, '=$A$1*2']);
    expect(await Excel.run((context) => valueOf(context, 'B2'))).toBe(2 * (turns + 1));
  }
});

async function valueOf(context: Excel.RequestContext, address: string): Promise<unknown> {
  const cell = context.workbook.worksheets.getItem('V').getRange(address);
  cell.load('values');
  await context.sync();
  return cell.values[0][0];
}
