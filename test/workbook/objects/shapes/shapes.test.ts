/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

let sheets = 0;
/** A sheet with one shape, named and placed over C3:D4. */
async function withShape(
  work: (context: Excel.RequestContext, sheet: Excel.Worksheet, shape: Excel.Shape) => Promise<void>,
): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(`Shapes ${++sheets}`);
    const shape = sheet.shapes.addGeometricShape('Rectangle');
    shape.name = 'field';
    Object.assign(shape, { left: 96, top: 30, width: 96, height: 30 });
    await work(context, sheet, shape);
  });
}

const PLACE = ['left', 'top', 'width', 'height'] as const;
const placeOf = (shape: Record<(typeof PLACE)[number], number>) => PLACE.map((name) => shape[name]);

test('a shape is made, formatted, found by name and by id, and deleted', async () => {
  await withShape(async (context, sheet, shape) => {
    shape.fill.clear();
    shape.lineFormat.set({ color: '#C00000', weight: 2.25, dashStyle: 'Dash' });
    shape.placement = 'Absolute';
    shape.lockAspectRatio = false;
    shape.set({ altTextTitle: 'receptive field', altTextDescription: '3 × 3' });
    shape.load('id,name,left,top,width,height,visible,placement,type,geometricShapeType,altTextTitle');
    shape.fill.load('type,foregroundColor,transparency');
    shape.lineFormat.load('color,weight,dashStyle,style,visible');
    await context.sync();
    expect([shape.name, ...placeOf(shape)]).toEqual(['field', 96, 30, 96, 30]);
    expect([shape.visible, shape.placement, shape.type, shape.geometricShapeType]).toEqual([
      true,
      'Absolute',
      'GeometricShape',
      'Rectangle',
    ]);
    expect([shape.altTextTitle, shape.fill.type]).toEqual(['receptive field', 'NoFill']);
    expect(shape.lineFormat.toJSON()).toMatchObject({ color: '#C00000', weight: 2.25, dashStyle: 'Dash' });
    const byName = sheet.shapes.getItem('field').load('id');
    const byId = sheet.shapes.getItem(shape.id).load('name');
    const nobody = sheet.shapes.getItemOrNullObject('nobody');
    const count = sheet.shapes.getCount();
    await context.sync();
    expect([byName.id, byId.name, nobody.isNullObject, count.value]).toEqual([shape.id, 'field', true, 1]);
    byName.delete();
    sheet.shapes.load('items/name');
    await context.sync();
    expect(sheet.shapes.items).toEqual([]);
  });
});

test('items of a collection are shapes that can be changed', async () => {
  await withShape(async (context, sheet) => {
    sheet.shapes.addGeometricShape('Ellipse').name = 'second';
    const { shapes } = sheet;
    shapes.load('items/name,items/zOrderPosition');
    await context.sync();
    expect(shapes.items.map(({ name, zOrderPosition }) => [name, zOrderPosition])).toEqual([
      ['field', 0],
      ['second', 1],
    ]);
    shapes.items[0].visible = false;
    shapes.items[0].incrementLeft(4);
    shapes.items[0].incrementTop(-100);
    shapes.items[0].setZOrder('BringToFront');
    shapes.load('items/name,items/visible,items/left,items/top');
    await context.sync();
    expect(shapes.items.map(({ name, visible, left, top }) => [name, visible, left, top])).toEqual([
      ['second', true, 0, 0],
      ['field', false, 100, 0],
    ]);
  });
});

test('with its aspect ratio locked, a shape grows in both directions', async () => {
  await withShape(async (context, _, shape) => {
    shape.lockAspectRatio = true;
    shape.width = 48;
    shape.load(PLACE.join());
    await context.sync();
    expect(placeOf(shape)).toEqual([96, 30, 48, 15]);
  });
});

test.each([
  ['a negative place', (shape: Excel.Shape) => (shape.left = -1), 'InvalidArgument'],
  ['no width', (shape: Excel.Shape) => (shape.width = 0), 'InvalidArgument'],
  ['transparency beyond 1', (shape: Excel.Shape) => (shape.fill.transparency = 1.5), 'InvalidArgument'],
  ['another placement', (shape: Excel.Shape) => (shape.placement = 'Cell' as never), 'InvalidArgument'],
  [
    'a member that there is not',
    (shape: Excel.Shape) => shape.textFrame.load('verticalAlignment'),
    'ApiNotFound',
  ],
])('%s is refused', async (_, spoil, code) => {
  const done = withShape(async (context, __, shape) => {
    spoil(shape);
    await context.sync();
  });
  await expect(done).rejects.toMatchObject({ code });
});

test('a type that cannot be drawn is refused', async () => {
  const done = withShape(async (context, sheet) => {
    sheet.shapes.addGeometricShape('Heart');
    await context.sync();
  });
  await expect(done).rejects.toMatchObject({ code: 'NotImplemented' });
});

/** Where a shape over C3:D4 is after somebody has changed the sheet. */
async function placeAfter(
  placement: 'TwoCell' | 'OneCell' | 'Absolute',
  change: (sheet: Excel.Worksheet) => void,
): Promise<number[]> {
  let place: number[] = [];
  await withShape(async (context, sheet, shape) => {
    shape.placement = placement;
    change(sheet);
    shape.load(PLACE.join());
    await context.sync();
    place = placeOf(shape);
  });
  return place;
}

test.each([
  ['TwoCell', 'rows before', '1:2', 'insert', [96, 60, 96, 30]],
  ['TwoCell', 'rows inside', '4:4', 'insert', [96, 30, 96, 45]],
  ['TwoCell', 'columns before', 'A:A', 'delete', [48, 30, 96, 30]],
  ['TwoCell', 'rows inside', '4:4', 'delete', [96, 30, 96, 15]],
  ['TwoCell', 'its cells', 'C:D', 'delete', [96, 30, 0, 30]],
  ['OneCell', 'rows before', '1:2', 'insert', [96, 60, 96, 30]],
  ['OneCell', 'rows inside', '4:4', 'insert', [96, 30, 96, 30]],
  ['Absolute', 'rows before', '1:2', 'insert', [96, 30, 96, 30]],
] as const)('a shape placed %s follows its cells: %s, %s, %s', async (placement, _, address, what, place) => {
  const after = await placeAfter(placement, (sheet) => {
    if (what === 'insert') sheet.getRange(address).insert('Down');
    else sheet.getRange(address).delete('Left');
  });
  expect(after).toEqual(place);
});

test('shapes keep to their cells when columns become narrow', async () => {
  const narrow = (sheet: Excel.Worksheet) => void (sheet.getRange('A:C').format.columnWidth = 18);
  expect(await placeAfter('TwoCell', narrow)).toEqual([36, 30, 66, 30]);
  expect(await placeAfter('OneCell', narrow)).toEqual([36, 30, 96, 30]);
  expect(await placeAfter('Absolute', narrow)).toEqual([96, 30, 96, 30]);
});

test('a range says where it is, whatever the widths and heights', async () => {
  await withShape(async (context, sheet) => {
    sheet.getRange('A:A').format.columnWidth = 18;
    sheet.getRange('2:2').format.rowHeight = 24;
    const range = sheet.getRange('B3:C4').load('left,top,width,height');
    const wide = sheet.getRange('A:B').load('left,width');
    const far = sheet.getRange('A1000').load('top');
    await context.sync();
    expect(placeOf(range)).toEqual([18, 39, 96, 30]);
    expect([wide.left, wide.width]).toEqual([0, 66]);
    expect(far.top).toBe(999 * 15 + 9);
  });
});

test('shapes are not in the undo history, and go with their sheet', async () => {
  await withShape(async (context, sheet) => {
    sheet.load('id');
    await context.sync();
    const { grid, shapes } = excel.book;
    expect(shapes.on(sheet.id)).toHaveLength(1);
    grid.commands.syncExecuteCommand('univer.command.undo');
    expect(shapes.on(sheet.id)).toHaveLength(1);
    sheet.delete();
    await context.sync();
    expect(shapes.on(sheet.id)).toHaveLength(0);
  });
});
