/** As on the sheet. */
const BLUE = [0x8d, 0xb4, 0xe2];
const LIGHT = [0xfc, 0xfc, 0xff];
const RED = [0xf8, 0x69, 0x6b];

/**
 * Red, green, blue and opacity of each weight, one after the other: blue is negative, white 0, red positive, as far
 * from 0 on either side as the largest of the weights.
 */
export function weightColours(weights: ArrayLike<number>): Uint8ClampedArray<ArrayBuffer> {
  const largest = Math.max(...Array.from(weights, Math.abs)) || 1;
  const colours = new Uint8ClampedArray(4 * weights.length);
  for (let at = 0; at < weights.length; at++) {
    const end = weights[at] < 0 ? BLUE : RED;
    const share = Math.abs(weights[at]) / largest;
    for (let colour = 0; colour < 3; colour++)
      colours[4 * at + colour] = LIGHT[colour] + share * (end[colour] - LIGHT[colour]);
    colours[4 * at + 3] = 255;
  }
  return colours;
}
