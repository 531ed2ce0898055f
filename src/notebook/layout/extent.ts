/** Cells from the first value to the last, `jump` apart. */
export function extent(count: number, jump: number): number {
  return (count - 1) * jump + 1;
}
