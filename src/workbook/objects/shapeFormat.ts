/** How a shape is filled and outlined. */
import { invalidArgument } from '../host/errors';
import { ExcelObject, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { color, number, oneOf, truth } from './arguments';
import type { FillRecord, LineRecord } from './shapeStore';
import type { Shape } from './shape';

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

export class ShapeFill extends ExcelObject {
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

export class ShapeLineFormat extends ExcelObject {
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

function share(value: Json, location: string): number {
  const found = number(value, location);
  if (found < 0 || found > 1) throw invalidArgument(location);
  return found;
}

function weight(value: Json, location: string): number {
  const found = number(value, location);
  if (found < 0) throw invalidArgument(location);
  return found;
}

const fillMembers = membersOf(ShapeFill, 'ShapeFill', {
  scalars: {
    ForegroundColor: {
      get: ({ record }) => (record.visible ? record.color : ''),
      set: (fill, value) => fill.change({ color: color(value, 'ShapeFill.foregroundColor'), visible: true }),
    },
    Transparency: {
      get: ({ record }) => record.transparency,
      set: (fill, value) => fill.change({ transparency: share(value, 'ShapeFill.transparency') }),
    },
    Type: ({ record }) => (record.visible ? 'Solid' : 'NoFill'),
  },
  methods: {
    Clear: (fill) => fill.change({ visible: false }),
    SetSolidColor: (fill, value) =>
      fill.change({ color: color(value, 'ShapeFill.setSolidColor'), visible: true }),
  },
});

const lineMembers = membersOf(ShapeLineFormat, 'ShapeLineFormat', {
  scalars: {
    Color: {
      get: ({ record }) => record.color,
      set: (line, value) => line.change({ color: color(value, 'ShapeLineFormat.color') }),
    },
    DashStyle: {
      get: ({ record }) => record.dashStyle,
      set: (line, value) => line.change({ dashStyle: oneOf(value, DASHES, 'ShapeLineFormat.dashStyle') }),
    },
    Style: {
      get: ({ record }) => record.style,
      set: (line, value) => line.change({ style: oneOf(value, LINES, 'ShapeLineFormat.style') }),
    },
    Transparency: {
      get: ({ record }) => record.transparency,
      set: (line, value) => line.change({ transparency: share(value, 'ShapeLineFormat.transparency') }),
    },
    Visible: {
      get: ({ record }) => record.visible,
      set: (line, value) => line.change({ visible: truth(value, 'ShapeLineFormat.visible') }),
    },
    Weight: {
      get: ({ record }) => record.weight,
      set: (line, value) => line.change({ weight: weight(value, 'ShapeLineFormat.weight') }),
    },
  },
});

export const shapeFormatMembers = [fillMembers, lineMembers];
