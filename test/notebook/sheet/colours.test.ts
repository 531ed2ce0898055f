import {
  BAND,
  BLUE,
  COMPUTED,
  EDITABLE,
  LIGHT,
  QUIET,
  RED,
  REFUSED,
} from '../../../src/notebook/sheet/colours';

type Rgb = readonly [number, number, number];

/** Linear light of each part, 0 … 1. */
function linear(hex: string): Rgb {
  const part = (at: number) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

test.each([
  ['numbers on red', COMPUTED.font, RED],
  ['numbers on blue', COMPUTED.font, BLUE],
  ['numbers on white', COMPUTED.font, LIGHT],
  ['what may be typed over', EDITABLE.font, EDITABLE.fill],
  ['a refused cell', REFUSED.font, REFUSED.fill],
  ['captions', QUIET, '#FFFFFF'],
  ['captions in the heads of layers', QUIET, BAND],
])('%s: at least 4.5:1', (_, text, fill) => {
  expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
});

// Machado, Oliveira, Fernandes: A physiologically-based model for simulation of color vision deficiency (2009), severity 1.
const BLINDNESS: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE 1976 L*a*b*, of D65. */
function lab([red, green, blue]: Rgb): Rgb {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

test.each(Object.entries(BLINDNESS))('with %s, red, white and blue are still apart', (_, matrix) => {
  const seen = (hex: string): Rgb => {
    const [red, green, blue] = linear(hex);
    const row = ([a, b, c]: Rgb) => Math.min(1, Math.max(0, a * red + b * green + c * blue));
    return lab([row(matrix[0]), row(matrix[1]), row(matrix[2])]);
  };
  const apart = (a: string, b: string) => Math.hypot(...seen(a).map((part, index) => part - seen(b)[index]));
  for (const [a, b] of [
    [RED, BLUE],
    [RED, LIGHT],
    [BLUE, LIGHT],
  ])
    // A difference of 2 is just noticed; 20 is another colour to anyone.
    expect(apart(a, b)).toBeGreaterThan(20);
});
