import { explainTexts } from '../../../src/texts/pane/explain';

test('terms that a sum does not list are counted', () => {
  const { all, allAreZero, others, othersAreZero } = explainTexts;
  expect([all(196), allAreZero(196), others(280), othersAreZero(188)]).toEqual([
    'all 196',
    'all 196 are 0',
    'the other 280',
    'the other 188 are 0',
  ]);
  expect([allAreZero(1), others(1), othersAreZero(1)]).toEqual([
    'the only one is 0',
    'the other one',
    'the other one is 0',
  ]);
});

test('channels and maps that are not shown are offered', () => {
  expect(explainTexts.showOthers.channels(1)).toBe('Show the other channel');
  expect(explainTexts.showOthers.maps(12)).toBe('Show the other 12 maps');
});
