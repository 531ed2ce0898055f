/** A point on the pen's path, x to the right and y down; digits are about 65 wide and 100 high. */
export interface PenPoint {
  readonly x: number;
  readonly y: number;
  /** Whether the pen turns sharply here; elsewhere its path is smooth. */
  readonly corner: boolean;
}

export type Stroke = readonly PenPoint[];

/** One way of writing a digit, and its frequency relative to the digit's other styles. */
export interface Style {
  readonly share: number;
  readonly strokes: readonly Stroke[];
}

/** Parses `'5,10 40,0* 30,100'`: points on the pen's path, with a star where it turns sharply. */
function stroke(text: string): Stroke {
  return text.split(' ').map((point) => {
    const [x, y] = point.replace('*', '').split(',').map(Number);
    return { x, y, corner: point.endsWith('*') };
  });
}

function style(share: number, ...strokes: string[]): Style {
  return { share, strokes: strokes.map(stroke) };
}

/** The ways of writing each digit, by digit: STYLES[7] are those of the seven. */
export const STYLES: readonly (readonly Style[])[] = [
  [
    style(3, '38,0 16,10 3,42 7,80 30,100 56,88 66,52 59,15 38,1'),
    style(2, '50,5 28,2 7,26 2,62 18,94 42,98 63,72 67,34 54,9 40,6'),
    style(1, '32,0 10,26 6,62 20,96 42,96 54,62 50,24 32,1'),
  ],
  [
    style(4, '30,0 29,50 28,100'),
    style(3, '11,22 21,13 31,0* 30,50 29,100'),
    style(2, '11,22 21,13 31,0* 30,50 30,100', '6,100 30,99 56,99'),
  ],
  [
    style(3, '5,24 14,6 34,0 55,10 57,32 40,60 4,98* 36,98 66,96'),
    style(3, '6,22 20,3 44,2 56,20 47,50 26,80 8,96 3,86 16,80 36,92 52,98 68,90'),
    style(1, '4,10 28,0 52,6 58,26 44,52 22,78 6,96* 30,93 50,99 66,94'),
  ],
  [
    style(3, '6,12 26,0 50,6 55,26 42,42 22,47* 46,52 60,70 52,92 28,100 2,88'),
    style(2, '4,4 30,3 58,2* 42,22 26,40* 50,48 61,70 48,94 24,100 2,90'),
    style(2, '8,8 32,0 54,12 52,34 32,46 26,48 36,50 58,62 60,82 40,99 4,94'),
  ],
  [
    style(3, '14,2 9,28 4,54* 34,53 68,50', '54,8 51,54 48,100'),
    style(3, '50,100 50,50 50,0* 26,34 2,66* 36,66 70,64'),
    style(2, '14,6 8,32 16,50 36,53 58,44', '62,0 58,50 52,100'),
  ],
  [
    style(3, '60,2 38,3 15,3* 12,22 9,46* 34,38 56,50 60,74 42,96 6,95'),
    style(2, '14,8 12,26 10,46* 36,40 57,54 56,80 34,99 4,90', '14,6 38,4 64,0'),
    style(1, '58,0 36,4 20,6* 16,24 14,40* 38,46 54,62 50,86 28,100 2,98'),
  ],
  [
    style(3, '50,0 26,16 9,44 5,74 18,96 40,98 56,80 50,60 30,56 8,76'),
    style(2, '30,0 14,34 5,70 14,96 40,99 58,80 50,58 28,58 9,80'),
    style(1, '58,4 34,8 14,30 4,64 14,93 38,100 58,82 52,58 30,50 7,66'),
  ],
  [
    style(4, '1,6 32,6 64,3* 42,50 28,100'),
    style(3, '1,5 32,5 64,2* 44,48 30,100', '20,53 38,50 58,49'),
    style(2, '1,18 4,11 7,4* 34,6 66,3* 40,44 28,100'),
    style(1, '0,14 18,4 40,8 68,0* 52,42 44,100'),
  ],
  [
    style(3, '57,14 38,0 16,8 13,26 33,45 56,64 56,88 34,100 10,89 9,68 30,48 52,30 58,14'),
    style(2, '34,0 15,11 17,34 34,46 52,35 53,11 34,0', '34,46 9,60 8,88 34,100 60,88 58,60 34,46'),
    style(1, '60,6 40,2 18,12 22,34 44,52 56,76 44,97 20,98 10,80 22,58 48,34 60,12'),
  ],
  [
    style(3, '57,16 38,1 14,8 6,30 18,49 40,45 57,18* 56,58 50,100'),
    style(2, '54,14 34,0 12,12 8,34 24,48 46,38 56,14* 60,50 50,86 28,100 8,90'),
    style(2, '56,30 52,8 30,0 10,14 8,36 24,48 46,42 56,28* 52,62 40,100'),
  ],
];
