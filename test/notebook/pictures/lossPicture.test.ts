/** @jest-environment jsdom */
import { lossPicture, ticks } from '../../../src/notebook/pictures/lossPicture';
import { parsed, texts } from './support';

const curveOf = (svg: string) => parsed(svg).querySelector('path[stroke="#F8696B"]')!.getAttribute('d');

test('the curve of the loss, over round numbers from 0', () => {
  const { svg, width, height, title } = lossPicture(
    [
      { step: 0, loss: 1 },
      { step: 1, loss: 0.5 },
      { step: 2, loss: 0.25 },
    ],
    'Lesson 4',
  );
  expect([width, height, title]).toEqual([960, 540, 'Lesson 4: batch loss']);
  expect(texts(svg)).toEqual([
    'Lesson 4: batch loss',
    '0',
    '0.2',
    '0.4',
    '0.6',
    '0.8',
    '1',
    '0',
    '1',
    '2',
    'step',
  ]);
  // 84 … 928 across for two steps, 476 … 64 up for a loss of 1.
  expect(curveOf(svg)).toBe('M84 64L506 270L928 373');
});

test('losses that are no numbers leave a gap', () => {
  const losses = [1, 1, NaN, Infinity, 0, 1];
  const { svg } = lossPicture(
    losses.map((loss, step) => ({ step, loss })),
    'Lesson 4',
  );
  expect(curveOf(svg)).toBe('M84 64L252.8 64M759.2 476L928 64');
});

test.each([[[]], [[{ step: 7, loss: 0 }]], [[{ step: 7, loss: NaN }]]])(
  '%j gives a chart without a fault',
  (points) => {
    const { svg } = lossPicture(points, 'a < b');
    expect(svg).not.toContain('NaN');
    expect(texts(svg)).toContain('a < b: batch loss');
  },
);

test.each([
  [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0, 2.3, [0, 0.5, 1, 1.5, 2, 2.5]],
  [0, 1000, [0, 200, 400, 600, 800, 1000]],
  [0, 0.00031, [0, 0.0001, 0.0002, 0.0003, 0.0004]],
])('from %d to %d', (low, high, expected) => {
  const marks = ticks(low, high, 5);
  expect(marks.length).toBe(expected.length);
  marks.forEach((mark, index) => expect(mark).toBeCloseTo(expected[index], 12));
});
