/** The members of shapes. */
import { ExcelError, invalidArgument, itemNotFound } from '../host/errors';
import { type Argument, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { number, oneOf, text, truth, whole } from './arguments';
import { Shape, ShapeCollection } from './shape';
import { ShapeFill, ShapeLineFormat } from './shapeFormat';
import { PLACEMENTS, SHAPE_TYPES, type ShapeType, Z_ORDERS } from './shapeStore';

const collectionMembers = membersOf(ShapeCollection, 'ShapeCollection', {
  items: ({ list }) => list,
  item: (self, key: Json) => self.find(key),
  methods: {
    AddGeometricShape: ({ book, sheetId }, type) =>
      new Shape(book, book.shapes.add(sheetId, shapeType(type, 'ShapeCollection.addGeometricShape')).id),
    GetCount: ({ list }) => list.length,
    GetItem: (self, key) => {
      const shape = self.find(key);
      if (!shape) throw itemNotFound('ShapeCollection.getItem');
      return shape;
    },
    GetItemAt: ({ list }, index) => {
      const shape = list[whole(index, 'ShapeCollection.getItemAt')];
      if (!shape) throw itemNotFound('ShapeCollection.getItemAt');
      return shape;
    },
    GetItemOrNullObject: (self, key) => self.find(key),
  },
});

function shapeType(value: Argument, location: string): ShapeType {
  const wanted = text(value, location);
  const found = SHAPE_TYPES.find((type) => type === wanted);
  if (found) return found;
  throw new ExcelError(
    'NotImplemented',
    `The embedded workbook cannot draw shapes of the type ${wanted}.`,
    location,
  );
}

const place = (name: 'left' | 'top') => ({
  get: ({ record }: Shape) => record[name],
  set: (shape: Shape, value: Json) => moveTo(shape, name, number(value, `Shape.${name}`)),
});

function moveTo(shape: Shape, name: 'left' | 'top', points: number): void {
  if (points < 0) throw invalidArgument(`Shape.${name}`);
  shape.change({ [name]: points });
}

const size = (name: 'width' | 'height', other: 'width' | 'height') => ({
  get: ({ record }: Shape) => record[name],
  set: (shape: Shape, value: Json) => {
    const points = number(value, `Shape.${name}`);
    if (points <= 0) throw invalidArgument(`Shape.${name}`);
    const { lockAspectRatio, [name]: before, [other]: across } = shape.record;
    const isScaled = lockAspectRatio && before > 0;
    shape.change({ [name]: points, ...(isScaled && { [other]: (across * points) / before }) });
  },
});

const textual = (name: 'altTextDescription' | 'altTextTitle' | 'name') => ({
  get: ({ record }: Shape) => record[name],
  set: (shape: Shape, value: Json) => shape.change({ [name]: text(value, `Shape.${name}`) }),
});

const flag = (name: 'lockAspectRatio' | 'visible') => ({
  get: ({ record }: Shape) => record[name],
  set: (shape: Shape, value: Json) => shape.change({ [name]: truth(value, `Shape.${name}`) }),
});

const ownMembers = membersOf(Shape, 'Shape', {
  scalars: {
    AltTextDescription: textual('altTextDescription'),
    AltTextTitle: textual('altTextTitle'),
    GeometricShapeType: ({ record }) => record.type,
    Height: size('height', 'width'),
    Id: ({ id }) => id,
    Left: place('left'),
    LockAspectRatio: flag('lockAspectRatio'),
    Name: textual('name'),
    Placement: {
      get: ({ record }) => record.placement,
      set: (shape, value) => shape.change({ placement: oneOf(value, PLACEMENTS, 'Shape.placement') }),
    },
    Top: place('top'),
    Type: () => 'GeometricShape',
    Visible: flag('visible'),
    Width: size('width', 'height'),
    ZOrderPosition: ({ book, record }) => book.shapes.position(record),
  },
  objects: {
    Fill: (shape) => new ShapeFill(shape),
    LineFormat: (shape) => new ShapeLineFormat(shape),
  },
  methods: {
    Delete: ({ book, record }) => book.shapes.remove(record),
    IncrementLeft: (shape, by) =>
      moveTo(shape, 'left', Math.max(0, shape.record.left + number(by, 'Shape.incrementLeft'))),
    IncrementTop: (shape, by) =>
      moveTo(shape, 'top', Math.max(0, shape.record.top + number(by, 'Shape.incrementTop'))),
    SetZOrder: ({ book, record }, order) =>
      book.shapes.setZOrder(record, oneOf(order, Z_ORDERS, 'Shape.setZOrder')),
  },
});

export const shapeMembers = [collectionMembers, ownMembers];
