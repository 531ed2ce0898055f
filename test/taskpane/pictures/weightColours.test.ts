import { weightColours } from '../../../src/taskpane/pictures/weightColours';

const coloursOf = (weights: readonly number[]) => {
  const colours = weightColours(weights);
  return weights.map((_, at) => [...colours.slice(4 * at, 4 * at + 4)]);
};

const LIGHT = [0xfc, 0xfc, 0xff, 255];
const RED = [0xf8, 0x69, 0x6b, 255];
const BLUE = [0x8d, 0xb4, 0xe2, 255];

test('blue is negative, white 0, red positive, as on the sheet', () => {
  expect(coloursOf([-2, 0, 2])).toEqual([BLUE, LIGHT, RED]);
});

test('both sides have one measure: half as far from 0 is half as strong', () => {
  // Half way from FC FC FF to 8D B4 E2 (252 … 141, 252 … 180, 255 … 226).
  expect(coloursOf([-1, 2])).toEqual([[196, 216, 240, 255], RED]);
});

test('nothing but zeros is white', () => {
  expect(coloursOf([0, 0])).toEqual([LIGHT, LIGHT]);
});
