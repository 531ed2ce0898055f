/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { IDefinedNamesService } from '@univerjs/engine-formula';
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

const COUNT = 1200;

/** Counts from now on how often all names of the workbook are gone through. */
function countWalks(): () => number {
  const { injector, unitId } = excel.book.grid;
  const service = injector.get(IDefinedNamesService) as unknown as {
    _definedNameMap: Record<string, object>;
  };
  let walks = 0;
  service._definedNameMap[unitId] = new Proxy(service._definedNameMap[unitId] ?? {}, {
    ownKeys: (names) => {
      walks++;
      return Reflect.ownKeys(names);
    },
  });
  return () => walks;
}

test('many names are made and found without going through all of them each time, whatever their case', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Many');
    await context.sync();
    const walks = countWalks();
    for (let i = 0; i < COUNT; i++) sheet.names.add(`block.${i}`, sheet.getRangeByIndexes(i, 0, 1, 1));
    await context.sync();
    sheet.names.load('items/name,items/formula,items/value');
    const ranges = Array.from({ length: COUNT }, (_, i) =>
      sheet.names.getItem(`BLOCK.${i}`).getRange().load('address'),
    );
    await context.sync();
    expect(walks()).toBeLessThan(10);
    expect(sheet.names.items).toHaveLength(COUNT);
    expect(ranges.at(-1)!.address).toBe(`Many!A${COUNT}`);
  });
});

test('whoever shows all names hears once of those that one request made, and of those that another took away', async () => {
  const reports: string[] = [];
  const { update$ } = excel.book.grid.injector.get(IDefinedNamesService);
  const watching = update$.subscribe(({ type, definedNames }) => {
    const others = definedNames.filter(({ name }) => name.startsWith('other.'));
    if (others.length > 0) reports.push(`${type} ${others.length}`);
  });
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => (reports.length >= count ? resolve() : setTimeout(look));
      look();
    });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Many');
    for (let i = 0; i < 50; i++) sheet.names.add(`other.${i}`, sheet.getRangeByIndexes(i, 1, 1, 1));
    await context.sync();
    await until(1);
    for (let i = 0; i < 50; i++) sheet.names.getItem(`other.${i}`).delete();
    await context.sync();
    await until(2);
  });
  watching.unsubscribe();
  expect(reports).toEqual(['update 50', 'remove 50']);
});

test('a name that a person gives another spelling, or takes away, is known by the new one', async () => {
  const { commands, unitId, workbook } = excel.book.grid;
  const localSheetId = workbook.getSheetBySheetName('Sheet1')!.getSheetId();
  const name = { unitId, localSheetId, id: 'own', name: 'first', formulaOrRefString: 'Sheet1!$C$1' };
  const found = () =>
    Excel.run(async (context) => {
      const { names } = context.workbook.worksheets.getItem('Sheet1');
      const items = ['first', 'second'].map((each) => names.getItemOrNullObject(each).load('name'));
      await context.sync();
      return items.map((item) => !item.isNullObject);
    });
  commands.syncExecuteCommand('formula.mutation.set-defined-name', name);
  expect(await found()).toEqual([true, false]);
  commands.syncExecuteCommand('formula.mutation.set-defined-name', { ...name, name: 'second' });
  expect(await found()).toEqual([false, true]);
  commands.syncExecuteCommand('formula.mutation.remove-defined-name', name);
  expect(await found()).toEqual([false, false]);
});
