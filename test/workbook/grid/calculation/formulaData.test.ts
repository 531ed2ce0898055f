import fc from 'fast-check';
import type { ICellData, IWorkbookData } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { bootWithoutScreen } from '../../../../src/workbook/grid/bootWithoutScreen';
import { findFormulasFast } from '../../../../src/workbook/grid/calculation/formulaData';

const cell: fc.Arbitrary<ICellData> = fc.oneof(
  fc.record({ v: fc.double(), t: fc.constant(2) }),
  fc.record({ v: fc.constantFrom('', '=', 'text') }),
  fc.record({ f: fc.constantFrom('=A1', '=B2+1', '=', 'A1', '') }),
  fc.record({ f: fc.constantFrom('=A1', '=SUM(A1:B2)'), si: fc.constantFrom('one', 'two', '') }),
  fc.record({ si: fc.constantFrom('one', 'two', 'three') }),
  fc.record({ f: fc.constant(null), si: fc.constantFrom(null, 'two') }),
);
const place = fc.integer({ min: 0, max: 5 }).map(String);
const cells = fc.dictionary(place, fc.dictionary(place, cell));

/** A workbook of two sheets with these cells, whose formulas are found fast. */
function workbookOf(first: object, second: object) {
  const data = {
    id: 'book',
    sheetOrder: ['a', 'b'],
    sheets: { a: { id: 'a', name: 'A', cellData: first }, b: { id: 'b', name: 'B', cellData: second } },
  } as Partial<IWorkbookData>;
  const { univer } = bootWithoutScreen(structuredClone(data));
  const injector = univer.__getInjector();
  findFormulasFast(injector);
  return { univer, model: injector.get(FormulaDataModel) };
}

const { prototype } = FormulaDataModel;

/** Without what holds nothing. */
const filled = (data: object): object =>
  JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? undefined : value,
  ) ?? {};

test('the formulas that are found are those that Univer finds', () => {
  fc.assert(
    fc.property(cells, cells, (first, second) => {
      const { univer, model } = workbookOf(first, second);
      const [found, expected] = [model.getFormulaData(), prototype.getFormulaData.call(model)];
      univer.dispose();
      expect(filled(found)).toEqual(filled(expected));
    }),
  );
});

test('what a write changes of them is what Univer makes of it', () => {
  fc.assert(
    fc.property(cells, cells, cells, (first, second, written) => {
      const fast = workbookOf(first, second);
      const found = fast.model.updateFormulaData('book', 'a', structuredClone(written));
      fast.univer.dispose();
      const own = workbookOf(first, second);
      // As if nothing had been put in the place of Univer's own.
      own.model.getFormulaData = prototype.getFormulaData;
      const expected = prototype.updateFormulaData.call(own.model, 'book', 'a', structuredClone(written));
      own.univer.dispose();
      expect(found).toEqual(expected);
    }),
  );
});
