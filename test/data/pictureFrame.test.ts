import fc from 'fast-check';
import { placementIn, fitIntoFrame, type Rgba } from '../../src/data/pictureFrame';

type Colour = readonly [number, number, number, number?];

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];
const RED: Colour = [255, 0, 0];
const NOTHING: Colour = [0, 0, 0, 0];

/** A picture by its rows of colours. */
function picture(rows: readonly (readonly Colour[])[]): Rgba {
  const data = rows.flat().flatMap(([red, green, blue, opacity = 255]) => [red, green, blue, opacity]);
  return { data: Uint8ClampedArray.from(data), height: rows.length, width: rows[0].length };
}

function plain(height: number, width: number, colour: Colour): Rgba {
  return picture(new Array<Colour[]>(height).fill(new Array<Colour>(width).fill(colour)));
}

const grey = (height: number, width: number) => ({ channels: 1 as const, height, width });

describe('fit', () => {
  it.each([
    [
      { height: 100, width: 100 },
      { top: 0, left: 0, height: 28, width: 28 },
    ],
    [
      { height: 200, width: 100 },
      { top: 0, left: 7, height: 28, width: 14 },
    ],
    [
      { height: 50, width: 100 },
      { top: 7, left: 0, height: 14, width: 28 },
    ],
    [
      { height: 7, width: 7 },
      { top: 0, left: 0, height: 28, width: 28 },
    ],
    [
      { height: 1000, width: 1 },
      { top: 0, left: 13, height: 28, width: 1 },
    ],
  ])('puts all of %j in the middle', (size, place) => {
    expect(placementIn(size, { height: 28, width: 28 })).toEqual(place);
  });
});

describe('fitIntoFrame', () => {
  it('keeps a picture of the same size as it is', () => {
    const bytes = picture([
      [
        [1, 1, 1],
        [2, 2, 2],
      ],
      [
        [3, 3, 3],
        [250, 250, 250],
      ],
    ]);
    expect([...fitIntoFrame(bytes, grey(2, 2))]).toEqual([1, 2, 3, 250]);
  });

  it('puts red, green and blue one after another', () => {
    const colours = picture([
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ]);
    expect([...fitIntoFrame(colours, { channels: 3, height: 1, width: 2 })]).toEqual([1, 4, 2, 5, 3, 6]);
  });

  // 0.299 · 255 = 76.2, 0.587 · 255 = 149.7, 0.114 · 255 = 29.1
  it('makes grey by luminance', () => {
    const colours = picture([[RED, [0, 255, 0], [0, 0, 255], WHITE]]);
    expect([...fitIntoFrame(colours, grey(1, 4))]).toEqual([76, 150, 29, 255]);
  });

  it('turns light and dark over', () => {
    const colours = picture([[BLACK, WHITE]]);
    expect([...fitIntoFrame(colours, { ...grey(1, 2), invert: true })]).toEqual([255, 0]);
    expect([...fitIntoFrame(picture([[RED]]), { channels: 3, height: 1, width: 1, invert: true })]).toEqual([
      0, 255, 255,
    ]);
  });

  it('takes the mean of the area that a pixel covers', () => {
    const board = picture([
      [BLACK, [100, 100, 100], WHITE, WHITE],
      [[60, 60, 60], [40, 40, 40], WHITE, BLACK],
    ]);
    expect([...fitIntoFrame(board, grey(1, 2))]).toEqual([50, 191]); // (0 + 100 + 60 + 40) / 4, 3 · 255 / 4
  });

  it('shares a pixel between two areas: 3 pixels on 2', () => {
    const line = picture([
      [
        [30, 30, 30],
        [90, 90, 90],
        [120, 120, 120],
      ],
    ]);
    // Scaled to 2 × 1 of 3 × 1: (30 + 90/2) / 1.5 = 50 and (90/2 + 120) / 1.5 = 110.
    expect([...fitIntoFrame(line, grey(1, 2))]).toEqual([50, 110]);
  });

  it('enlarges by repeating', () => {
    expect([...fitIntoFrame(picture([[BLACK, WHITE]]), grey(2, 4))]).toEqual([
      0, 0, 255, 255, 0, 0, 255, 255,
    ]);
  });

  it('fills what is left of the frame with the colour of the border', () => {
    const tall = plain(4, 2, [200, 200, 200]);
    tall.data.set([0, 0, 0], 4 * 2); // one of the 8 border pixels: the mean is 175
    const framed = fitIntoFrame(tall, grey(4, 4));
    expect([...framed].filter((_, at) => at % 4 === 0 || at % 4 === 3)).toEqual(new Array(8).fill(175));
  });

  it('lays what is transparent on white', () => {
    expect([...fitIntoFrame(picture([[NOTHING, [0, 0, 0, 51], BLACK]]), grey(1, 3))]).toEqual([255, 204, 0]);
  });

  it('keeps a plain picture plain, whatever its size', () => {
    const side = fc.integer({ min: 1, max: 40 });
    const value = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(side, side, side, side, fc.tuple(value, value, value), (h, w, height, width, colour) => {
        const framed = fitIntoFrame(plain(h, w, colour), { channels: 3, height, width });
        const size = height * width;
        expect([...framed]).toEqual(colour.flatMap((channel) => new Array<number>(size).fill(channel)));
      }),
    );
  });
});
