import { colourOf } from '../../../src/notebook/matrix/colours';

/** Between 0 and 255, and their lightness as people see it. */
function parsed(colour: string) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return { red, green, blue, light: (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 };
}

test.each([1, 9, 25, 49])(
  '%i numbers have as many colours, on all of which dark print can be read',
  (taps) => {
    for (const channel of [0, 3, 7]) {
      const colours = Array.from({ length: taps }, (_, tap) => colourOf(tap, taps, channel));
      expect(new Set(colours).size).toBe(taps);
      for (const colour of colours) {
        expect(colour).toMatch(/^#[0-9A-F]{6}$/);
        expect(parsed(colour).light).toBeGreaterThan(0.45);
      }
    }
  },
);

test('the colours of a 3×3 matrix are far apart', () => {
  const colours = Array.from({ length: 9 }, (_, tap) => parsed(colourOf(tap, 9, 0)));
  colours.forEach((a, index) => {
    for (const b of colours.slice(0, index)) {
      expect(Math.hypot(a.red - b.red, a.green - b.green, a.blue - b.blue)).toBeGreaterThan(20);
    }
  });
});

test('another channel has other shades', () => {
  expect(colourOf(4, 9, 1)).not.toBe(colourOf(4, 9, 0));
});
