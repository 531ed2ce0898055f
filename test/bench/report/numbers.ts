/** Three digits that say something: 0.0123, 4.56, 789. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0 || Math.abs(value) >= 100) return value.toFixed(0);
  return value.toPrecision(3);
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
