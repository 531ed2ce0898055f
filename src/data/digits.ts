import { between, randomAt, type Draw } from './randomAt';
import { STYLES, type PenPoint, type Stroke, type Style } from './strokes';

// A local constant, since every look-up of a global costs more than the arithmetic in jest's sandboxes.
const { ceil, floor, max, min, round, sqrt } = Math;

/** Width and height of a digit in pixels, as in MNIST. */
export const SIDE = 28;

/** Digits are fitted into a centred box of this side, so that about 4 pixels of margin remain. */
const BOX = 20;

/** The pen's path stays this many pixels inside the image, so that more than one pixel of margin remains. */
const MARGIN = 3.5;

/** How much handwriting varies: each digit draws uniformly from these ranges. */
const HANDWRITING = {
  radius: [0.95, 1.42], // half the width of the pen, in pixels
  blur: [0.5, 0.75], // half the width of the grey edge, in pixels
  size: [0.82, 1], // of the box
  shift: [-1.1, 1.1], // in pixels, each way
  aspect: [0.76, 1.3], // width against the stroke's own
  slant: [-0.2, 0.55], // positive leans to the right
  turn: [-0.1, 0.1], // tangent of half the angle of rotation
  bend: [-0.16, 0.16], // bows the digit sideways
  wobble: [-3.6, 3.6], // of each pen point, in hundredths of the height
} as const;

/** Number of line segments between two pen points of a smooth path. */
const SEGMENTS = 6;

export interface Digit {
  /** [28, 28] row by row, 0 (background) to 1 (ink) in whole hundredths. */
  readonly pixels: Float64Array;
  /** 0 to 9. */
  readonly label: number;
}

/** The path of the pen: x, y, x, y, ... */
type Path = number[];

/**
 * The digit at `index` of the endless stream for `seed`. The same arguments give the same pixels on every
 * machine, and no digit depends on earlier ones. With `positive` given, half of the stream is that digit and
 * the other half is spread evenly over the others.
 */
export function digitAt(seed: number, index: number, options: { positive?: number } = {}): Digit {
  expectInteger('seed', seed);
  expectInteger('index', index);
  const random = randomAt(seed, index);
  const label = chooseLabel(random, options.positive);
  return { pixels: drawDigit(label, random), label };
}

/** A digit with the given label, in handwriting drawn by `random`: [28, 28] row by row. */
export function drawDigit(label: number, random: Draw): Float64Array {
  expectDigit('label', label);
  const radius = between(HANDWRITING.radius, random);
  const blur = between(HANDWRITING.blur, random);
  const paths = chooseStyle(STYLES[label], random).strokes.map((stroke) => pathOf(stroke, random));
  distort(paths, random);
  fit(paths, (BOX - 2 * radius) * between(HANDWRITING.size, random), random);
  return ink(paths, radius, blur);
}

function chooseLabel(random: Draw, positive: number | undefined): number {
  if (positive === undefined) return floor(random() * 10);
  expectDigit('positive', positive);
  if (random() < 0.5) return positive;
  const other = floor(random() * 9);
  return other < positive ? other : other + 1;
}

function chooseStyle(styles: readonly Style[], random: Draw): Style {
  let left = random() * styles.reduce((sum, style) => sum + style.share, 0);
  return styles.find((style) => (left -= style.share) < 0) ?? styles[styles.length - 1];
}

/** The path of a stroke: pen points randomly displaced, and smooth between corners. */
function pathOf(stroke: Stroke, random: Draw): Path {
  const points = stroke.map(({ x, y, corner }) => ({
    x: x + between(HANDWRITING.wobble, random),
    y: y + between(HANDWRITING.wobble, random),
    corner,
  }));
  const path: Path = [points[0].x, points[0].y];
  for (let to = 1; to < points.length; to++) addCurve(path, points, to);
  return path;
}

/** Adds the Catmull-Rom curve that ends at point `to`; tangents follow the neighbouring points. */
function addCurve(path: Path, points: readonly PenPoint[], to: number): void {
  const [a, b] = [points[to - 1], points[to]];
  const before = a.corner || to === 1 ? a : points[to - 2];
  const after = b.corner || to === points.length - 1 ? b : points[to + 1];
  for (let piece = 1; piece <= SEGMENTS; piece++) {
    const t = piece / SEGMENTS;
    path.push(catmullRom(before.x, a.x, b.x, after.x, t), catmullRom(before.y, a.y, b.y, after.y, t));
  }
}

function catmullRom(before: number, a: number, b: number, after: number, t: number): number {
  const square = 2 * before - 5 * a + 4 * b - after;
  const cube = after - before + 3 * (a - b);
  return a + 0.5 * t * (b - before + t * (square + t * cube));
}

/**
 * Stretches, bends, slants and rotates the digit, in place. Uses only + - * /, so that every JavaScript
 * engine gives the same numbers.
 */
function distort(paths: Path[], random: Draw): void {
  const aspect = between(HANDWRITING.aspect, random);
  const slant = between(HANDWRITING.slant, random);
  const bend = between(HANDWRITING.bend, random);
  const half = between(HANDWRITING.turn, random);
  const cos = (1 - half * half) / (1 + half * half);
  const sin = (2 * half) / (1 + half * half);
  eachPoint(paths, (x, y) => {
    const up = 50 - y;
    const across = x * aspect + up * slant + (bend * up * up) / 50;
    return [across * cos - y * sin, across * sin + y * cos];
  });
}

/** Scales the digit to at most `side` pixels each way and centres it in the image, in place. */
function fit(paths: Path[], side: number, random: Draw): void {
  const [x, y] = [extent(paths, 0), extent(paths, 1)];
  const scale = side / max(x.high - x.low, y.high - y.low);
  const across = offset(x, scale, random);
  const down = offset(y, scale, random);
  eachPoint(paths, (px, py) => [px * scale + across, py * scale + down]);
}

/** Extent of the pen's path along one axis (0 for x, 1 for y), and its centre of mass. */
function extent(paths: readonly Path[], axis: 0 | 1): { low: number; high: number; mass: number } {
  let [low, high, sum, length] = [Infinity, -Infinity, 0, 0];
  for (const path of paths) {
    for (let i = axis; i < path.length; i += 2) {
      [low, high] = [min(low, path[i]), max(high, path[i])];
      if (i < 2) continue;
      const [dx, dy] = [path[i] - path[i - 2], path[i ^ 1] - path[(i ^ 1) - 2]];
      const piece = sqrt(dx * dx + dy * dy);
      sum += (piece * (path[i] + path[i - 2])) / 2;
      length += piece;
    }
  }
  return { low, high, mass: sum / length };
}

/**
 * Shift along one axis: puts the centre of mass in the middle, as in MNIST, plus a random offset, and keeps
 * the path inside the image.
 */
function offset(along: { low: number; high: number; mass: number }, scale: number, random: Draw): number {
  const wanted = (SIDE - 1) / 2 + between(HANDWRITING.shift, random) - along.mass * scale;
  const lowest = MARGIN - along.low * scale;
  const highest = SIDE - 1 - MARGIN - along.high * scale;
  return min(highest, max(lowest, wanted));
}

function eachPoint(paths: Path[], move: (x: number, y: number) => [number, number]): void {
  for (const path of paths) {
    for (let i = 0; i < path.length; i += 2) [path[i], path[i + 1]] = move(path[i], path[i + 1]);
  }
}

/**
 * Draws the paths: ink falls linearly from 1 to 0 over 2 · `blur` pixels where the distance to the path
 * passes `radius`.
 */
function ink(paths: readonly Path[], radius: number, blur: number): Float64Array {
  const reach = radius + blur;
  const squared = new Float64Array(SIDE * SIDE).fill(Infinity);
  for (const path of paths) {
    for (let i = 2; i < path.length; i += 2) {
      lowerDistance(squared, path[i - 2], path[i - 1], path[i], path[i + 1], reach);
    }
  }
  return squared.map((square) => {
    if (square >= reach * reach) return 0;
    return round(100 * min(1, (reach - sqrt(square)) / (2 * blur))) / 100;
  });
}

/**
 * Lowers each pixel's squared distance to that of the segment from (ax, ay) to (bx, by), if within `reach`.
 */
function lowerDistance(
  squared: Float64Array,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  reach: number,
): void {
  const [alongX, alongY] = [bx - ax, by - ay];
  const length = alongX * alongX + alongY * alongY || 1;
  const [firstX, lastX] = [ceil(min(ax, bx) - reach), floor(max(ax, bx) + reach)];
  const [firstY, lastY] = [ceil(min(ay, by) - reach), floor(max(ay, by) + reach)];
  for (let y = firstY; y <= lastY; y++) {
    for (let x = firstX; x <= lastX; x++) {
      const t = min(1, max(0, ((x - ax) * alongX + (y - ay) * alongY) / length));
      const dx = x - ax - t * alongX;
      const dy = y - ay - t * alongY;
      const square = dx * dx + dy * dy;
      if (square < squared[y * SIDE + x]) squared[y * SIDE + x] = square;
    }
  }
}

function expectInteger(name: string, value: number): void {
  if (Number.isSafeInteger(value)) return;
  throw new RangeError(
    `The ${name} of a digit is ${value}; expected is an integer between -(2^53 - 1) and 2^53 - 1.`,
  );
}

function expectDigit(name: string, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= 9) return;
  throw new RangeError(`The ${name} of a digit is ${value}; expected is an integer from 0 to 9.`);
}
