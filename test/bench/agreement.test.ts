import { expectEqual, expectParameters, TOLERANCES } from './agreement';

const EXACT = { relative: 0, absolute: 0 };
const before = new Map([['conv.bias', Float64Array.of(0, 0)]]);
const expected = new Map([['conv.bias', Float64Array.of(0.01, -0.02)]]);

test('says who differs where, by how much', () => {
  expect(() => expectEqual('tfjs, logits', [1, 2.5], [1, 2], EXACT)).toThrow(
    'tfjs, logits: number 1 is 2.5, expected 2 (off by 0.5).',
  );
});

test('NaN, and numbers that are missing, are equal to nothing', () => {
  expect(() => expectEqual('x', [NaN], [NaN], { relative: 1, absolute: 1 })).toThrow('number 0 is NaN');
  expect(() => expectEqual('x', [1], [1, 2], EXACT)).toThrow('x: 1 numbers, expected 2.');
  expect(() => expectEqual('x', undefined, [1], EXACT)).toThrow('x: no numbers, expected 1.');
});

test('allows 32 bits a ten-thousandth of the largest change, and no more', () => {
  const found = (value: number) => new Map([['conv.bias', [value, -0.02]]]);
  const check = (value: number) => expectParameters('ORT', found(value), expected, before, TOLERANCES.f32);
  expect(() => check(0.01 + 1.9e-6)).not.toThrow();
  expect(() => check(0.01 + 2.1e-6)).toThrow('ORT, conv.bias after a step: number 0');
});

test('allows 64 bits what another order of the same sum makes', () => {
  const found = (value: number) => new Map([['conv.bias', [0.01, value]]]);
  const check = (value: number) => expectParameters('ours', found(value), expected, before, TOLERANCES.f64);
  expect(() => check(-0.02 * (1 + 1e-13))).not.toThrow();
  expect(() => check(-0.02 * (1 + 1e-11))).toThrow('number 1');
});
