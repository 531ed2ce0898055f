/** A number as a sentence or a small cell shows it: four digits that count, and a real minus sign. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'no number' : value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text = size >= 1e6 || size < 1e-4 ? trimmedPower(size.toExponential(2)) : trimmed(size);
  return value < 0 ? `−${text}` : text;
}

/** 3.00e-5 -> 3e−5 */
function trimmedPower(text: string): string {
  return text
    .replace(/\.?0+e/, 'e')
    .replace('e-', 'e−')
    .replace('e+', 'e');
}

/** 1.25, 0.5, 1234.5: no zeros at the end. */
function trimmed(size: number): string {
  const digits = Math.max(0, Math.min(6, 3 - Math.floor(Math.log10(size))));
  const text = size.toFixed(digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
