import type { Bench } from '../bench';
import type { Question } from '../question';

const SOURCES = [
  'https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization',
];

export const WRITING: Question = {
  name: 'writing',
  question: 'How long does it take to write 5,000 numbers?',
  members: ['Range.values'],
  sources: SOURCES,
  isMeasured: true,
  answer: (bench) => timed(bench, [[100, 50]]),
};

/** Of lesson 4: its maps and their gradients, weights, the prediction, the loss. */
const BLOCKS: readonly Size[] = [
  [26, 26],
  [26, 26],
  [24, 24],
  [24, 24],
  [12, 12],
  [12, 12],
  [12, 12],
  [12, 12],
  ...Array.from({ length: 12 }, (): Size => [3, 3]),
];

export const STEP: Question = {
  name: 'step',
  question: 'How long does a request take that is as large as a Step of lesson 4?',
  members: ['Range.values'],
  sources: SOURCES,
  isMeasured: true,
  answer: (bench) => timed(bench, BLOCKS),
};

type Size = readonly [rows: number, columns: number];

/** Until numbers in blocks, one below the other, are written and one of them is read back. */
async function timed({ sheet, read }: Bench, blocks: readonly Size[]): Promise<string> {
  // What was asked before is answered, and this sheet is there.
  await read(sheet, 'id');
  const begun = performance.now();
  let row = 0;
  for (const [rows, columns] of blocks) {
    const numbers = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => r / (c + 1)),
    );
    sheet.getRangeByIndexes(row, 0, rows, columns).values = numbers;
    row += rows;
  }
  await read(sheet.getRange('A1'), 'values');
  return `${Math.round(performance.now() - begun)} ms`;
}
