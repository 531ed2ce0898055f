/**
 * A number as the text that a colour scale takes: "a number, a formula" (Excel.ConditionalColorScaleCriterion.formula). Not
 * documented is whether its decimals follow a point wherever the person lives. So it has none: 1.5 is =15/10.
 */
export function scaleLimit(value: number): string {
  const [mantissa, power = '0'] = String(value).split('e');
  const [whole, decimals = ''] = mantissa.split('.');
  const shift = Number(power) - decimals.length;
  if (shift === 0) return whole;
  const digits = String(BigInt(whole + decimals));
  const sign = mantissa.startsWith('-') && !digits.startsWith('-') ? '-' : '';
  return `=${sign}${digits}${shift < 0 ? '/' : '*'}10^${Math.abs(shift)}`;
}
