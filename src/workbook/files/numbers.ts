/**
 * Numbers as they stand in a file, NaN where a cell holds none. The library makes dates of those that are shown as dates, with
 * whole milliseconds, and texts of those under a link; here they are numbers again, to the last bit.
 */
export function numbersIn(sheet: string): (address: string) => number {
  const numbers = new Map<string, number>();
  for (const [, attributes, value] of sheet.matchAll(
    /<c\b([^>]*)(?<!\/)>(?:(?!<\/c>).)*?<v>([^<]*)<\/v>/gs,
  )) {
    const address = attribute(attributes, 'r');
    const isNumber = (attribute(attributes, 't') ?? 'n') === 'n';
    if (address && isNumber) numbers.set(address, Number(value));
  }
  return (address) => numbers.get(address) ?? NaN;
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
}
