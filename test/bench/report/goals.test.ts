import type { Measurement } from '../measurement';
import { nameOf } from '../ours';
import { WORKLOADS } from '../workloads';
import { goalsOf } from './goals';

function measured(key: string, contestant: string, milliseconds: number, shareOfPeak?: number): Measurement {
  return {
    workload: WORKLOADS.find((each) => each.key === key)!,
    contestant,
    precision: 'f64',
    ours: /^(ours|Cellvolution)/.test(contestant),
    aside: contestant === 'aside',
    median: milliseconds,
    fastest: milliseconds,
    slowest: milliseconds,
    rounds: 1,
    gflops: 1,
    shareOfPeak,
    ratio: 1,
  };
}

test('a step is judged against the fastest peer', () => {
  const race = [
    measured('wide-32', 'ours', 10),
    measured('wide-32', 'slow', 90),
    measured('wide-32', 'fast', 20),
  ];
  expect(goalsOf(race)).toMatchObject([{ found: '2.00 × fast', met: true, atPeak: undefined }]);
  race.push(measured('wide-32', 'aside', 1));
  race[2] = measured('wide-32', 'fast', 19);
  expect(goalsOf(race)).toMatchObject([{ found: '1.90 × fast', met: false }]);
});

test('a forward pass also says what the peak of the machine would make of it', () => {
  const race = [measured('lesson4-forward', 'ours', 1, 0.5), measured('lesson4-forward', 'peer', 3)];
  expect(goalsOf(race)).toMatchObject([{ found: '3.00 × peer', atPeak: '6.00 ×', met: false }]);
});

test('the convolution is judged by the peak alone', () => {
  expect(goalsOf([measured('convolution', 'ours', 1, 0.81)])).toMatchObject([{ found: '81 %', met: true }]);
  expect(goalsOf([measured('convolution', 'ours', 1, 0.79)])).toMatchObject([{ found: '79 %', met: false }]);
});

test('where fused kernels are judged, those of the add-in are told beside them', () => {
  const race = [
    measured('small-64', nameOf('relaxed'), 1),
    measured('small-64', nameOf('simd'), 1.25),
    measured('small-64', 'peer', 5),
  ];
  expect(goalsOf(race)).toMatchObject([{ found: '5.00 × peer', inAddIn: '4.00 ×' }]);
  expect(goalsOf(race.slice(1))).toMatchObject([{ found: '4.00 × peer', inAddIn: 'the same' }]);
});

test('without peers, without a peak, or without a goal nothing is judged', () => {
  expect(goalsOf([measured('wide-32', 'ours', 1)])).toEqual([]);
  expect(goalsOf([measured('convolution', 'ours', 1)])).toEqual([]);
  expect(goalsOf([measured('wide-forward', 'ours', 1), measured('wide-forward', 'peer', 9)])).toEqual([]);
});
