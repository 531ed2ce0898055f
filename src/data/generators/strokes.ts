import { between, randomAt, type Draw } from '../randomAt';
import { roundToHundredths, type Generator } from './generator';

const { max, min, sqrt } = Math;

const SIDE = 16;

/** The ranges from which each image, stroke or pixel draws uniformly. */
const RANGES = {
  halfLength: [3.5, 5.5], // in pixels, along the longer axis
  radius: [0.6, 0.9], // half the width of the pen, in pixels
  tilt: [-0.12, 0.12], // off the stroke's own direction
  ink: [0.75, 1],
  noise: [0, 0.1],
} as const;

/**
 * For each label, half a stroke of half length 1, right and down; diagonals are shortened to look equally
 * long.
 */
const DIRECTIONS = [
  { name: 'horizontal', x: 1, y: 0 },
  { name: 'vertical', x: 0, y: 1 },
  { name: 'rising', x: 0.8, y: -0.8 },
  { name: 'falling', x: 0.8, y: 0.8 },
] as const;

/** Multi-label images: each of the strokes is there or not, independently of the others. */
export const strokes: Generator = {
  about: 'Strokes in a 16 × 16 image, any of horizontal, vertical, rising and falling at once, or none.',
  channels: 1,
  height: SIDE,
  width: SIDE,
  classes: DIRECTIONS.map((direction) => direction.name),
  multiLabel: true,
  make(seed, index) {
    const random = randomAt(seed, index);
    const pixels = new Float64Array(SIDE * SIDE).map(() => between(RANGES.noise, random));
    const labels: number[] = [];
    DIRECTIONS.forEach((direction, label) => {
      if (random() < 0.5) return;
      labels.push(label);
      draw(pixels, direction, random);
    });
    return { pixels: pixels.map(roundToHundredths), labels };
  },
};

/** Draws a stroke inside the image; its edge fades over one pixel. */
function draw(pixels: Float64Array, direction: { x: number; y: number }, random: Draw): void {
  const half = between(RANGES.halfLength, random);
  const radius = between(RANGES.radius, random);
  const tilt = between(RANGES.tilt, random);
  const ink = between(RANGES.ink, random);
  const [dx, dy] = [half * (direction.x - tilt * direction.y), half * (direction.y + tilt * direction.x)];
  const middle = (reach: number): number =>
    between([Math.abs(reach) + radius, SIDE - 1 - Math.abs(reach) - radius], random);
  const [cx, cy] = [middle(dx), middle(dy)];
  const squared = dx * dx + dy * dy;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const t = min(1, max(-1, ((x - cx) * dx + (y - cy) * dy) / squared));
      const [offX, offY] = [x - cx - t * dx, y - cy - t * dy];
      const cover = min(1, radius + 0.5 - sqrt(offX * offX + offY * offY));
      pixels[y * SIDE + x] = max(pixels[y * SIDE + x], ink * cover);
    }
  }
}
