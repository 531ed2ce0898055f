import { allOf, counted, decimals, oneOf, percent, plural, rounded, whole } from '../../src/texts/format';

test('counts have their thousands apart', () => {
  expect(whole(0)).toBe('0');
  expect(whole(529_984)).toBe('529,984');
});

test('decimals are as many as were asked for', () => {
  expect(decimals(0.5, 2)).toBe('0.50');
  expect(decimals(-1.23456, 4)).toBe('-1.2346');
  expect(decimals(NaN, 2)).toBe('NaN');
});

test('rounded numbers have no more decimals than they need, and no zero is negative', () => {
  expect(rounded(-0.254, 2)).toBe('-0.25');
  expect(rounded(3, 2)).toBe('3');
  expect(rounded(-0.001, 2)).toBe('0');
});

test('a share is told in percent', () => {
  expect(percent(0.954)).toBe('95%');
  expect(percent(0.954, 1)).toBe('95.4%');
});

test('a noun takes the form that goes with its number', () => {
  const images = { one: 'image', other: 'images' };
  expect([0, 1, 2].map((count) => plural(count, images))).toEqual(['images', 'image', 'images']);
  expect(counted(1200, images)).toBe('1,200 images');
  expect(counted(1, { other: 'sheep' })).toBe('1 sheep');
});

test('lists end in "and" or "or"', () => {
  expect(allOf(['a'])).toBe('a');
  expect(allOf(['a', 'b'])).toBe('a and b');
  expect(oneOf(['a', 'b', 'c'])).toBe('a, b, or c');
});
