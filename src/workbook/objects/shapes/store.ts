/** The shapes of a workbook: appearance and position; the surface draws them. */
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
  /** 0 (opaque) … 1. */
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

/** A shape's initial format in Excel. */
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

/** In points: one inch. */
const PLACE = { left: 0, top: 0, width: 72, height: 72 };

/** Keeps shapes from back to front. */
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

  protected copyOf(shape: ShapeRecord): ShapeRecord {
    return shape;
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

  /** Position from the back, among the shapes of its sheet. */
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
