/** What is written into a cell; null leaves it as it is, '' blanks it. */
export type CellValue = string | number | null;

/** Excel's own word for a number that a cell cannot hold. */
const TOO_LARGE = '#NUM!';

export function numberCell(value: number): number | string {
  return Number.isFinite(value) ? value : TOO_LARGE;
}

/** A word of somebody's, a class perhaps: "7" as the number 7, all else as text, be it "=1" or "1-2". */
export function wordCell(word: string): number | string {
  const value = Number(word);
  if (Number.isFinite(value) && String(value) === word) return value;
  // The apostrophe, which Excel takes off again, keeps a text a text.
  return word && `'${word}`;
}
