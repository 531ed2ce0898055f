import { near, type Chapter } from '../clause';

export const SHAPE: Chapter = {
  object: 'Shape',
  clauses: [
    {
      name: 'A shape is named, described, hidden and shown',
      members: [
        'ShapeCollection.addGeometricShape()',
        'Shape.name',
        'Shape.altTextTitle',
        'Shape.visible',
        'Worksheet.shapes',
      ],
      async check({ sheet, read }) {
        const shape = sheet.shapes.addGeometricShape('Rectangle');
        shape.name = 'check';
        shape.altTextTitle = 'of a check';
        shape.visible = false;
        return {
          found: await read(shape, 'name', 'altTextTitle', 'visible'),
          promised: ['check', 'of a check', false],
        };
      },
    },
    {
      name: 'Several properties are set at once',
      members: ['Shape.set()'],
      async check({ sheet, read }) {
        const shape = sheet.shapes.addGeometricShape('Rectangle');
        shape.set({ left: 100, top: 50, width: 80, height: 40 });
        const [left, top, width, height] = (await read(shape, 'left', 'top', 'width', 'height')) as number[];
        const off = Math.abs(left - 100) + Math.abs(top - 50) + Math.abs(width - 80) + Math.abs(height - 40);
        return near(off, 0, 2);
      },
    },
    {
      name: 'A shape has a line and no fill',
      members: [
        'Shape.lineFormat',
        'ShapeLineFormat.set()',
        'ShapeLineFormat.weight',
        'Shape.fill',
        'ShapeFill.clear()',
      ],
      async check({ sheet, read }) {
        const shape = sheet.shapes.addGeometricShape('Rectangle');
        shape.fill.clear();
        shape.lineFormat.set({ color: '#FF0000', weight: 2 });
        shape.fill.load('type');
        const [colour, weight] = (await read(shape.lineFormat, 'color', 'weight')) as unknown[];
        return {
          found: [String(colour).toUpperCase(), weight, shape.fill.type],
          promised: ['#FF0000', 2, 'NoFill'],
        };
      },
    },
    {
      name: 'A shape is found by its id, and is gone when it is deleted',
      members: [
        'ShapeCollection.getItem()',
        'ShapeCollection.items',
        'ShapeCollection.load()',
        'Shape.delete()',
      ],
      async check({ sheet, read }) {
        const id = String(await read(sheet.shapes.addGeometricShape('Rectangle'), 'id'));
        sheet.shapes.getItem(id).delete();
        return { found: await read(sheet.shapes, 'items/id'), promised: [] };
      },
    },
  ],
};
