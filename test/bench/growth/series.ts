import type { NetworkSpec } from '../../../src/engine/spec';
import { classifier, convolution, pool } from '../networks';

/** One quantity that grows over a decade while all others stay. */
export interface Series {
  readonly key: string;
  /** What the horizontal axis counts. */
  readonly axis: string;
  readonly points: readonly Point[];
}

export interface Point {
  /** For people: '28×28', or 8. */
  readonly label: string;
  /** What the arithmetic should be proportional to. */
  readonly size: number;
  readonly spec: NetworkSpec;
  readonly batch: number;
}

const SIDE = 28;
const FILTERS = 8;
const BATCH = 8;

/** A convolution, a pool and a dense layer: time and memory are proportional to each of the three. */
export const SERIES: readonly Series[] = [
  {
    key: 'image',
    axis: 'pixels of an image',
    points: [16, 24, 32, 48, 64, 96, 128, 160].map((side) => ({
      ...point(side, FILTERS, BATCH),
      label: `${side}×${side}`,
      size: side * side,
    })),
  },
  {
    key: 'filters',
    axis: 'filters',
    points: [4, 6, 8, 12, 16, 24, 32, 40].map((filters) => ({
      ...point(SIDE, filters, BATCH),
      label: `${filters}`,
      size: filters,
    })),
  },
  {
    key: 'batch',
    axis: 'images of a batch',
    points: [8, 12, 16, 24, 32, 48, 64, 80].map((batch) => ({
      ...point(SIDE, FILTERS, batch),
      label: `${batch}`,
      size: batch,
    })),
  },
];

function point(side: number, filters: number, batch: number): Pick<Point, 'spec' | 'batch'> {
  const input = { channels: 1, height: side, width: side };
  return { spec: classifier(input, [convolution('conv', filters, 'same'), pool('pool')]), batch };
}
