import type { Stride } from '../../engine/spec';

/** A stride as the model table and texts have it: "2", or "2×1" for 2 rows and 1 column. */
export function strideWords(stride: Stride): string {
  const [rows, columns] = sidesOf(stride);
  return rows === columns ? String(rows) : `${rows}×${columns}`;
}

/** The shortest way to say a stride: one number where it is the same in rows and columns. */
export function shortStride([rows, columns]: readonly [rows: number, columns: number]): Stride {
  return rows === columns ? rows : [rows, columns];
}

function sidesOf(stride: Stride): readonly [rows: number, columns: number] {
  return typeof stride === 'number' ? [stride, stride] : stride;
}
