import type { Random } from '../../src/engine/random';

interface Size {
  readonly height: number;
  readonly width: number;
}

/** Points along the path of a pen. */
const POINTS = 40;

/** A pen stroke that its label bends, such as a digit is made of: black but for the stroke, 256 shades, 0 … 1. */
export function strokes(map: Float64Array, { height, width }: Size, label: number, random: Random): void {
  const scale = Math.min(height, width) / 28;
  let x = 6 + random.next() * 4 + (label % 3) * 4;
  let y = 6 + random.next() * 4 + (label % 4) * 3;
  for (let point = 0; point < POINTS; point++) {
    x = within(x + Math.cos(label * 0.7 + point * 0.11) * 0.9 + random.next() - 0.5);
    y = within(y + Math.sin(label * 1.3 + point * 0.17) * 0.9 + random.next() - 0.5);
    blot(map, { height, width }, x * scale, y * scale);
  }
  for (let i = 0; i < map.length; i++) map[i] = Math.round(255 * map[i]) / 255;
}

/** Waves in two directions with some noise, around 0: no pixel is like its neighbours, none is 0. */
export function coloured(map: Float64Array, { height, width }: Size, label: number, random: Random): void {
  const [acrossPhase, downPhase] = [random.next() * 6, random.next() * 6];
  const [across, down] = [0.1 + random.next() * 0.5, 0.1 + random.next() * 0.5];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const wave = Math.sin(acrossPhase + across * x + 0.3 * label) + Math.cos(downPhase + down * y);
      map[y * width + x] = 0.7 * wave + 0.3 * (random.next() - 0.5);
    }
  }
}

/** The pen keeps to the middle of a page of 28×28. */
function within(position: number): number {
  return Math.min(24, Math.max(3, position));
}

function blot(map: Float64Array, { height, width }: Size, x: number, y: number): void {
  for (let row = Math.floor(y) - 1; row <= Math.floor(y) + 1; row++) {
    for (let column = Math.floor(x) - 1; column <= Math.floor(x) + 1; column++) {
      if (row < 0 || row >= height || column < 0 || column >= width) continue;
      const ink = Math.exp(-0.8 * ((row - y) ** 2 + (column - x) ** 2));
      map[row * width + column] = Math.min(1, map[row * width + column] + ink);
    }
  }
}
