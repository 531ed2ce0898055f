/** How a shape is filled and outlined. */
import { invalidArgument } from '../../host/errors';
import { ExcelObject, membersOf } from '../../host/excelObject';
import type { Json } from '../../host/wire';
import { choice, color, number, truth } from '../arguments';
import { type Recorded, fieldsOf } from '../recordObject';
import type { Shape } from './shape';
import type { FillRecord, LineRecord } from './store';

const DASHES = [
  'Solid',
  'Dash',
  'DashDot',
  'DashDotDot',
  'LongDash',
  'LongDashDot',
  'LongDashDotDot',
  'RoundDot',
  'SquareDot',
  'SystemDash',
  'SystemDashDot',
  'SystemDot',
] as const;
const LINES = ['Single', 'ThinThin', 'ThinThick', 'ThickThin', 'ThickBetweenThin'] as const;

export class ShapeFill extends ExcelObject implements Recorded<FillRecord> {
  constructor(readonly shape: Shape) {
    super();
  }
  get record(): FillRecord {
    return this.shape.record.fill;
  }
  change(change: Partial<FillRecord>): void {
    this.shape.change({ fill: { ...this.record, ...change } });
  }
}

export class ShapeLineFormat extends ExcelObject implements Recorded<LineRecord> {
  constructor(readonly shape: Shape) {
    super();
  }
  get record(): LineRecord {
    return this.shape.record.line;
  }
  change(change: Partial<LineRecord>): void {
    this.shape.change({ line: { ...this.record, ...change } });
  }
}

/** A number from 0 to `most`. */
const upTo =
  (most: number) =>
  (value: Json, location: string): number => {
    const found = number(value, location);
    if (found < 0 || found > most) throw invalidArgument(location);
    return found;
  };

const fillField = fieldsOf<FillRecord>('ShapeFill');
const lineField = fieldsOf<LineRecord>('ShapeLineFormat');

export const shapeFormatMembers = [
  membersOf(ShapeFill, 'ShapeFill', {
    scalars: {
      ForegroundColor: {
        get: ({ record }) => (record.visible ? record.color : ''),
        set: (fill, value) =>
          fill.change({ color: color(value, 'ShapeFill.foregroundColor'), visible: true }),
      },
      Transparency: fillField('transparency', upTo(1)),
      Type: ({ record }) => (record.visible ? 'Solid' : 'NoFill'),
    },
    methods: { Clear: (fill) => fill.change({ visible: false }) },
  }),
  membersOf(ShapeLineFormat, 'ShapeLineFormat', {
    scalars: {
      Color: lineField('color', color),
      DashStyle: lineField('dashStyle', choice(DASHES)),
      Style: lineField('style', choice(LINES)),
      Transparency: lineField('transparency', upTo(1)),
      Visible: lineField('visible', truth),
      Weight: lineField('weight', upTo(Infinity)),
    },
  }),
];
