/** The members of shapes. */
import { invalidArgument, typeNotDrawn } from '../../host/errors';
import { type Argument, membersOf } from '../../host/excelObject';
import type { Json } from '../../host/wire';
import { choice, number, oneOf, text, truth } from '../arguments';
import { collectionMembers } from '../collection';
import { fieldsOf } from '../recordObject';
import { ShapeFill, ShapeLineFormat } from './format';
import { Shape, ShapeCollection } from './shape';
import { PLACEMENTS, SHAPE_TYPES, type ShapeRecord, type ShapeType, Z_ORDERS } from './store';

const collection = collectionMembers(ShapeCollection, 'ShapeCollection', {
  methods: {
    AddGeometricShape: (self, type) =>
      self.open(self.store.add(self.sheetId!, shapeType(type, 'ShapeCollection.addGeometricShape')).id),
  },
});

/** @throws ExcelError NotImplemented for a type that is not drawn here */
function shapeType(value: Argument, location: string): ShapeType {
  const wanted = text(value, location);
  const found = SHAPE_TYPES.find((type) => type === wanted);
  if (!found) throw typeNotDrawn('shapes', wanted, location);
  return found;
}

const field = fieldsOf<ShapeRecord>('Shape');

/** Points from the sheet's edge. */
function distance(value: Json, location: string): number {
  const points = number(value, location);
  if (points < 0) throw invalidArgument(location);
  return points;
}

const increment = (name: 'left' | 'top', member: string) => (shape: Shape, by: Argument) =>
  shape.change({ [name]: Math.max(0, shape.record[name] + number(by, member)) });

/** With its aspect ratio locked, a shape grows in both directions. */
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

const shape = membersOf(Shape, 'Shape', {
  scalars: {
    AltTextDescription: field('altTextDescription', text),
    AltTextTitle: field('altTextTitle', text),
    GeometricShapeType: ({ record }) => record.type,
    Height: size('height', 'width'),
    Id: ({ id }) => id,
    Left: field('left', distance),
    LockAspectRatio: field('lockAspectRatio', truth),
    Name: field('name', text),
    Placement: field('placement', choice(PLACEMENTS)),
    Top: field('top', distance),
    Type: () => 'GeometricShape',
    Visible: field('visible', truth),
    Width: size('width', 'height'),
    ZOrderPosition: ({ store, record }) => store.position(record),
  },
  objects: {
    Fill: (self) => new ShapeFill(self),
    LineFormat: (self) => new ShapeLineFormat(self),
  },
  methods: {
    Delete: ({ store, record }) => store.remove(record),
    IncrementLeft: increment('left', 'Shape.incrementLeft'),
    IncrementTop: increment('top', 'Shape.incrementTop'),
    SetZOrder: ({ store, record }, order) =>
      store.setZOrder(record, oneOf(order, Z_ORDERS, 'Shape.setZOrder')),
  },
});

export const shapeMembers = [collection, shape];
