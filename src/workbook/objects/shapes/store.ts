/** The shapes of a workbook: what they look like and where they are; drawing them is the surface's business. */

export const SHAPE_TYPES = ['Rectangle', 'RoundRectangle', 'Ellipse'] as const;
export type ShapeType = (typeof SHAPE_TYPES)[number];

export const PLACEMENTS = ['TwoCell', 'OneCell', 'Absolute'] as const;
/** Whether a shape moves and is resized with the cells below it, only moves with them, or stays. */
export type Placement = (typeof PLACEMENTS)[number];

export const Z_ORDERS = ['BringToFront', 'BringForward', 'SendToBack', 'SendBackward'] as const;

export interface FillRecord {
  readonly visible: boolean;
  readonly color: string;
  /** From 0, opaque, to 1. */
  readonly transparency: number;
}

export interface LineRecord extends FillRecord {
  /** In points. */
  readonly weight: number;
  readonly dashStyle: string;
  readonly style: string;
}

/** Positions and sizes in points, from the sheet's top left corner. */
export interface ShapeRecord {
  readonly id: string;
  readonly sheetId: string;
  readonly type: ShapeType;
  name: string;
  left: number;
  top: number;
  width: number;
  height: number;
  visible: boolean;
  placement: Placement;
  lockAspectRatio: boolean;
  altTextTitle: string;
  altTextDescription: string;
  fill: FillRecord;
  line: LineRecord;
}

export interface ShapeSurface {
  /** Draws the shapes of the sheet in view anew, when the request that changes them is over. */
  changed(): void;
}

/** As Excel draws a shape that nobody has formatted. */
const LOOK = {
  fill: { visible: true, color: '#4472C4', transparency: 0 },
  line: { visible: true, color: '#2F528F', transparency: 0, weight: 1, dashStyle: 'Solid', style: 'Single' },
};
const SIZE = 72;

export class ShapeStore {
  /** The lowest first. */
  private shapes: ShapeRecord[] = [];
  private next = 1;

  constructor(private readonly surface: ShapeSurface) {}

  on(sheetId: string): readonly ShapeRecord[] {
    return this.shapes.filter((shape) => shape.sheetId === sheetId);
  }

  find(id: string): ShapeRecord | undefined {
    return this.shapes.find((shape) => shape.id === id);
  }

  add(sheetId: string, type: ShapeType): ShapeRecord {
    const number = this.next++;
    const record: ShapeRecord = {
      id: `{shape${number}}`,
      sheetId,
      type,
      name: `${type} ${number}`,
      left: 0,
      top: 0,
      width: SIZE,
      height: SIZE,
      visible: true,
      placement: 'TwoCell',
      lockAspectRatio: false,
      altTextTitle: '',
      altTextDescription: '',
      ...LOOK,
    };
    this.shapes.push(record);
    this.surface.changed();
    return record;
  }

  change(record: ShapeRecord, change: Partial<ShapeRecord>): void {
    Object.assign(record, change);
    this.surface.changed();
  }

  remove(record: ShapeRecord): void {
    this.shapes = this.shapes.filter((shape) => shape !== record);
    this.surface.changed();
  }

  forgetSheet(sheetId: string): void {
    this.shapes = this.shapes.filter((shape) => shape.sheetId !== sheetId);
    this.surface.changed();
  }

  /** From the bottom, among the shapes of its sheet. */
  position(record: ShapeRecord): number {
    return this.on(record.sheetId).indexOf(record);
  }

  setZOrder(record: ShapeRecord, order: (typeof Z_ORDERS)[number]): void {
    const others = this.on(record.sheetId).filter((shape) => shape !== record);
    const at = this.position(record);
    const to = { BringToFront: others.length, BringForward: at + 1, SendBackward: at - 1, SendToBack: 0 }[
      order
    ];
    others.splice(Math.max(0, to), 0, record);
    this.shapes = [...this.shapes.filter(({ sheetId }) => sheetId !== record.sheetId), ...others];
    this.surface.changed();
  }
}
