/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { Session } from '../../../../src/addin/session';
import { toA1 } from '../../../../src/notebook/sheet/address';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { Explained, placeOf, shapesOn } from '../../support/explained';
import { requestsOf } from '../../support/requests';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
let person: Explained;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  person = new Explained(sheet, TINY);
});
afterAll(() => sheet.close());

async function frames(name = 'Tiny') {
  return (await shapesOn(name)).filter(({ visible }) => visible);
}

test('a cell of a pool frames its candidates, its receptive field, and what it changes', async () => {
  await sheet.session.explaining.toggle();
  expect(sheet.session.store.get().isFraming).toBe(true);
  const { frames: wanted } = await person.select('pool1.map2', 1, 0);
  // Rows 3 and 4 of map 2, and rows 3 to 6, columns 1 to 4 of the image.
  const sources = wanted.filter(({ kind }) => kind === 'source').map(({ rect }) => rect);
  const at = (name: string) => person.plan.layout.blocks.find((block) => block.name === name)!.rect;
  const [map, image] = [at('conv1.map2'), at('input.channel1')];
  expect(sources).toEqual([
    { row: map.row + 2, column: map.column, rows: 2, columns: 2 },
    { row: image.row + 2, column: image.column, rows: 4, columns: 4 },
  ]);
  const shown = await frames();
  expect(shown).toHaveLength(wanted.length);
  expect(shown.map(({ name }) => name)).toEqual(wanted.map((_, i) => `cellvolution.frame.${i + 1}`));
  const places = await Promise.all(wanted.map(({ rect }) => placeOf(toA1(rect), 'Tiny')));
  expect(shown.map(({ left, top, width, height }) => ({ left, top, width, height }))).toEqual(places);
});

test('a dense weight frames the cell that it multiplies, and the shapes that are left over are hidden', async () => {
  await person.select('pool1.map2', 1, 0);
  const before = (await frames()).length;
  const { frames: wanted } = await person.select('dense.unit2.channel2', 1, 0);
  expect(wanted.filter(({ kind }) => kind === 'partner').map(({ rect }) => rect)).toEqual([
    {
      ...person.plan.layout.blocks.find(({ name }) => name === 'pool1.map2')!.rect,
      row: 12,
      rows: 1,
      columns: 1,
    },
  ]);
  expect(await frames()).toHaveLength(wanted.length);
  expect(await shapesOn('Tiny')).toHaveLength(before);
});

/** What a click on a number asks of the workbook, when the workbook has told of it. */
async function requestsOfSelecting(name: string, row: number, column: number) {
  const address = person.addressOf(name, row, column);
  const { sheet: id } = sheet.session.selection.current!;
  return requestsOf(async () => {
    sheet.session.selection.select({ sheet: id, address });
    await sheet.session.explaining.settled();
  });
}

test('another cell of the sheet is framed in one request, and what stays where it is is left alone', async () => {
  await person.select('conv1.map1', 1, 1);
  const requests = await requestsOfSelecting('conv1.map1', 2, 1);
  expect(requests).toHaveLength(1);
  expect(requests[0].calls).toEqual([]);
  const places = await Promise.all(person.explanation!.frames.map(({ rect }) => placeOf(toA1(rect), 'Tiny')));
  expect((await frames()).map(({ left, top, width, height }) => ({ left, top, width, height }))).toEqual(
    places,
  );
  expect(await requestsOfSelecting('conv1.map1', 2, 1)).toEqual([]);
});

test('where somebody has changed the width of a column, a second request puts frames right', async () => {
  await person.select('conv1.map1', 1, 1);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Tiny').getRange('A:C').format.columnWidth = 40;
    await context.sync();
  });
  expect(await requestsOfSelecting('conv1.map1', 2, 2)).toHaveLength(2);
  const places = await Promise.all(person.explanation!.frames.map(({ rect }) => placeOf(toA1(rect), 'Tiny')));
  expect((await frames()).map(({ left, top, width, height }) => ({ left, top, width, height }))).toEqual(
    places,
  );
});

test('a frame that somebody deleted is drawn again', async () => {
  await person.select('conv1.map1', 1, 1);
  const count = (await frames()).length;
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Tiny').shapes.getItem('cellvolution.frame.1').delete();
    await context.sync();
  });
  await person.select('conv1.map1', 1, 2);
  expect(await frames()).toHaveLength(count);
});

test('frames move along with columns that a person inserts', async () => {
  const before = await person.select('pool1.map1');
  const left = (await frames()).map((frame) => frame.left);
  await sheet.insertColumn(0, 'Tiny');
  await sheet.session.explaining.settled();
  const { column } = before.frames[0].rect;
  // The selection has moved along as well, as it does in Excel.
  await person.selectCell(person.addressOf('pool1.map1', 0, 1));
  expect(person.explanation?.title).toBe('Pool1, map 1');
  expect(person.explanation?.frames[0].rect.column).toBe(column + 1);
  expect((await frames())[0].left).toBeGreaterThan(left[0]);
});

test('another sheet has frames of its own, and the one before is left without', async () => {
  await person.select('conv1.map1', 1, 1, 'gradients');
  expect((await frames('Tiny ∂')).length).toBeGreaterThan(0);
  expect(await shapesOn('Tiny')).toEqual([]);
});

test('a workbook that was saved with frames on opens without', async () => {
  expect((await shapesOn('Tiny ∂')).length).toBeGreaterThan(0);
  await new Session().open();
  expect(await shapesOn('Tiny ∂')).toEqual([]);
});

test('turned off, no shape is left anywhere, and cells are explained without', async () => {
  await person.select('conv1.map1', 1, 2);
  expect((await frames()).length).toBeGreaterThan(0);
  await sheet.session.explaining.toggle();
  for (const name of await sheet.sheets()) expect(await shapesOn(name)).toEqual([]);
  await person.select('conv1.map1', 1, 3);
  expect(person.explanation!.cell).toBe(person.addressOf('conv1.map1', 1, 3));
  expect(await shapesOn('Tiny')).toEqual([]);
});
