/** A number in at most five characters, as a small cell shows it. */
export function cellText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  return (value < 0 ? '−' : '') + sizeText(size);
}

function sizeText(size: number): string {
  if (size < 0.005) return `${size.toExponential(0).replace('e-', 'e−')}`;
  if (size < 9.995) return trimmed(size.toFixed(2));
  if (size < 99.95) return trimmed(size.toFixed(1));
  return size < 9999.5 ? size.toFixed(0) : size.toExponential(0).replace('e+', 'e');
}

/** "0.50" -> "0.5", "2.00" -> "2". */
function trimmed(text: string): string {
  return text.replace(/\.?0+$/, '');
}
