/** A place on the paper in pixels from its top left corner; the middle of the first pixel is at 0.5, 0.5. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Paper {
  readonly height: number;
  readonly width: number;
}

/** Half the width of the pen, in pixels: on 28 × 28 it writes about as thick as MNIST's digits are. */
function radiusOn({ height, width }: Paper): number {
  return 0.5 + Math.min(height, width) / 50;
}

/**
 * A stroke of a soft round pen from one point to another: ink by how far a pixel's middle is from the line, fading
 * over one pixel at the edge. Ink is never taken away.
 *
 * @param pixels [height, width], 0 paper … 1 ink; left as they are
 */
export function inked(pixels: Float64Array, paper: Paper, from: Point, to: Point): Float64Array {
  const edge = radiusOn(paper) + 0.5;
  return pixels.map((before, index) => {
    const middle = { x: (index % paper.width) + 0.5, y: Math.floor(index / paper.width) + 0.5 };
    return Math.max(before, Math.min(1, edge - distance(middle, from, to)));
  });
}

/** From a point to the nearest point of a line from one point to another. */
function distance({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length2;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - part * dx, y - from.y - part * dy);
}
