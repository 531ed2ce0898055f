import {
  reportOf,
  verdictInWords,
  type CheckedCell,
} from '../../../../src/addin/commands/gradientCheck/gradientReport';
import { blocksByName, layOut } from '../../../../src/notebook/layout';
import { TINY } from '../../../../src/notebook/presets/smallStarters';

const block = blocksByName(layOut(TINY)).get('conv1.filter1.channel1')!;
const agreeing: CheckedCell = {
  ...{ address: 'H5', title: block.title, valueCell: { block, row: 0, column: 0 } },
  ...{
    analytic: 0.5,
    numeric: 0.5 + 1e-10,
    difference: -1e-10,
    relative: 2e-10,
    digits: 9,
    verdict: 'agrees',
  },
};
const kink: CheckedCell = { ...agreeing, address: 'I5', verdict: 'kink', sides: { left: 0, right: 1 } };
const wrong: CheckedCell = { ...agreeing, address: 'J5', verdict: 'differs', difference: 0.1, digits: 0 };

const report = (cells: CheckedCell[], wanted = cells.length, chosen = wanted) =>
  reportOf({ notebook: 'Tiny', cells, wanted, chosen, images: 16, mode: 'train' });

test('the worst stand first: what differs, then kinks, then the largest difference', () => {
  const better = { ...agreeing, address: 'H6', difference: 1e-12 };
  const { cells } = report([better, kink, agreeing, wrong]);
  expect(cells.map(({ address }) => address)).toEqual(['J5', 'I5', 'H5', 'H6']);
});

test('a summary counts them', () => {
  expect(report([agreeing, agreeing, kink, wrong]).summary).toBe(
    '4 checked: 2 agree, to 9 digits or more; 1 is at a kink; 1 does not agree.',
  );
});

test('of one the summary is its verdict', () => {
  expect(report([agreeing]).summary).toBe('H5 agrees to 9 digits.');
});

test('a check that was stopped says how far it came', () => {
  expect(report([agreeing, agreeing], 100).summary).toMatch(/^Stopped after 2 of 100\. 2 checked: /);
});

test('of too many cells the first are checked, and it says so', () => {
  expect(report([agreeing, kink], 2, 300).about).toMatch(/^The first 2 of 300 selected cells\. /);
});

test.each([
  [agreeing, 'agrees to 9 digits'],
  [kink, 'is at a kink'],
  [wrong, 'does not agree'],
  [{ ...agreeing, difference: 0, digits: 15 }, 'agrees exactly'],
  // Rounding is all that is left of a gradient of 1e−14.
  [{ ...agreeing, analytic: 1e-14, numeric: 0, digits: 0 }, 'agrees, both next to 0'],
  // A bias before a batch norm.
  [
    { ...agreeing, analytic: -3e-12, numeric: 0, digits: 0, cancelledBy: 'norm' },
    'agrees: 0, since norm cancels it',
  ],
  [{ ...wrong, holds: 'the ∂ cell is empty' }, 'cannot be compared: the ∂ cell is empty'],
])('a verdict in words: %#', (cell, words) => {
  expect(verdictInWords(cell)).toBe(words);
});

test('what the loss is of is said', () => {
  expect(report([agreeing]).about).toContain('the mean loss of the 16 images of the batch, mode train');
  const alone = reportOf({
    notebook: 'Tiny',
    cells: [agreeing],
    wanted: 1,
    chosen: 1,
    images: 1,
    mode: 'evaluate',
  });
  expect(alone.about).toContain('the loss of the image on the page, mode evaluate');
});
