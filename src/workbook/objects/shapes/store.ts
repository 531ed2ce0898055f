/** The shapes of a workbook: what they look like and where they are; drawing them is the surface's business. */
import { COLORS } from '../../grid/excelDefaults';
import { texts } from '../../texts';
import { RecordStore } from '../records';

export const SHAPE_TYPES = ['Rectangle', 'RoundRectangle', 'Ellipse'] as const;
export type ShapeType = (typeof SHAPE_TYPES)[number];

export const PLACEMENTS = ['TwoCell', 'OneCell', 'Absolute'] as const;
/** Whether a shape moves and is resized with the cells below it, only moves with them, or stays. */
type Placement = (typeof PLACEMENTS)[number];

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
  /** Redraws the shapes of the active sheet. */
  changed(): void;
}

/** As Excel draws a shape that nobody has formatted. */
const INITIAL = {
  visible: true,
  placement: 'TwoCell',
  lockAspectRatio: false,
  altTextTitle: '',
  altTextDescription: '',
  fill: { visible: true, color: COLORS.accent, transparency: 0 },
  line: {
    visible: true,
    color: COLORS.darkAccent,
    transparency: 0,
    weight: 1,
    dashStyle: 'Solid',
    style: 'Single',
  },
} as const;

/** In points: an inch. */
const PLACE = { left: 0, top: 0, width: 72, height: 72 };

/** Keeps shapes from the lowest to the highest. */
export class ShapeStore extends RecordStore<ShapeRecord> {
  constructor(private readonly surface: ShapeSurface) {
    super('Shape');
  }

  protected draw(): void {
    this.surface.changed();
  }

  protected erase(): void {
    this.surface.changed();
  }

  add(sheetId: string, type: ShapeType): ShapeRecord {
    return this.insert((number, id) => ({
      id,
      sheetId,
      type,
      name: texts.names.shape(type, number),
      ...PLACE,
      ...INITIAL,
    }));
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
    const ordered = others.toSpliced(Math.max(0, to), 0, record);
    this.records = [...this.records.filter(({ sheetId }) => sheetId !== record.sheetId), ...ordered];
    this.surface.changed();
  }
}
