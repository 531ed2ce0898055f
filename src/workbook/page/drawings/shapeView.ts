/**
 * Draws the shapes of the sheet in view over its cells: one object on Univer's own canvas, so that shapes
 * scroll and zoom with the cells, and are clipped at headers and frozen rows, as cells are. Clicks pass
 * through it.
 */
import {
  BaseObject,
  IRenderManagerService,
  type IViewportInfo,
  type UniverRenderingContext,
} from '@univerjs/preset-sheets-core';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { PIXELS_PER_POINT } from '../../grid/measures';
import type { Book } from '../../objects/book';
import type { FillRecord, LineRecord, ShapeRecord, ShapeSurface } from '../../objects/shapes/store';

/** Above cells, selection and charts, below the headers. */
const LAYER = 5;
const ROUNDING = 1 / 6;

/** Lengths of lines and gaps, in widths of the line. */
const DASHES: Readonly<Record<string, readonly number[]>> = {
  Dash: [4, 3],
  DashDot: [4, 3, 1, 3],
  DashDotDot: [4, 3, 1, 3, 1, 3],
  LongDash: [8, 3],
  LongDashDot: [8, 3, 1, 3],
  LongDashDotDot: [8, 3, 1, 3, 1, 3],
  RoundDot: [1, 1],
  SquareDot: [1, 1],
  SystemDash: [3, 1],
  SystemDashDot: [3, 1, 1, 1],
  SystemDot: [1, 1],
};

export class ShapeView implements ShapeSurface {
  private canvasObject: ShapesObject | null = null;

  constructor(private readonly book: () => Book) {}

  changed(): void {
    this.canvasObject ??= this.attach();
    this.canvasObject?.makeDirty(true);
  }

  private attach(): ShapesObject | null {
    const { grid, shapes } = this.book();
    const renderer = grid.injector.get(IRenderManagerService).getRenderById(grid.unitId);
    if (!renderer) return null;
    const skeletons = renderer.with(SheetSkeletonManagerService);
    const object = new ShapesObject(() => {
      const shown = skeletons.getCurrentParam();
      if (!shown) return null;
      const { rowHeaderWidthAndMarginLeft: left, columnHeaderHeightAndMarginTop: top } = shown.skeleton;
      return { left, top, shapes: shapes.on(shown.sheetId) };
    });
    renderer.scene.addObject(object, LAYER);
    return object;
  }
}

/** What to draw, and the position of the first cell in the scene. */
interface Scenery {
  readonly left: number;
  readonly top: number;
  readonly shapes: readonly ShapeRecord[];
}

class ShapesObject extends BaseObject {
  constructor(private readonly scenery: () => Scenery | null) {
    super('embedded-workbook-shapes');
    this.evented = false;
  }

  override render(context: UniverRenderingContext, bounds?: IViewportInfo): void {
    const scenery = this.scenery();
    if (!scenery) return;
    context.save();
    context.translate(scenery.left, scenery.top);
    for (const shape of scenery.shapes)
      if (shape.visible && isInView(shape, scenery, bounds)) draw(context, shape);
    context.restore();
  }
}

function isInView(shape: ShapeRecord, { left, top }: Scenery, bounds?: IViewportInfo): boolean {
  if (!bounds) return true;
  const { viewBound } = bounds;
  const margin = shape.line.weight * PIXELS_PER_POINT;
  const pixels = (points: number) => points * PIXELS_PER_POINT;
  return (
    left + pixels(shape.left) - margin < viewBound.right &&
    left + pixels(shape.left + shape.width) + margin > viewBound.left &&
    top + pixels(shape.top) - margin < viewBound.bottom &&
    top + pixels(shape.top + shape.height) + margin > viewBound.top
  );
}

function draw(context: UniverRenderingContext, shape: ShapeRecord): void {
  const { fill, line } = shape;
  context.beginPath();
  outline(context, shape);
  if (fill.visible) {
    paint(context, fill);
    context.fill();
  }
  if (line.visible && line.weight > 0) {
    paint(context, line);
    const width = line.weight * PIXELS_PER_POINT;
    context.lineWidth = width;
    context.lineJoin = 'miter';
    context.setLineDash((DASHES[line.dashStyle] ?? []).map((length) => length * width));
    context.stroke();
    context.setLineDash([]);
  }
  context.globalAlpha = 1;
}

function outline(context: UniverRenderingContext, shape: ShapeRecord): void {
  const [x, y, width, height] = [shape.left, shape.top, shape.width, shape.height].map(
    (points) => points * PIXELS_PER_POINT,
  );
  if (shape.type === 'Ellipse')
    context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  else if (shape.type === 'RoundRectangle')
    roundedRectangle(context, x, y, width, height, Math.min(width, height) * ROUNDING);
  else context.rect(x, y, width, height);
}

function roundedRectangle(
  context: UniverRenderingContext,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  context.moveTo(x + radius, y);
  context.arcTo(x + width, y, x + width, y + height, radius);
  context.arcTo(x + width, y + height, x, y + height, radius);
  context.arcTo(x, y + height, x, y, radius);
  context.arcTo(x, y, x + width, y, radius);
  context.closePath();
}

function paint(context: UniverRenderingContext, { color, transparency }: FillRecord | LineRecord): void {
  context.fillStyle = color;
  context.strokeStyle = color;
  context.globalAlpha = 1 - transparency;
}
