/** The content to write to a cell; null leaves it alone, '' blanks it. */
export type CellValue = string | number | null;

/** Excel's error value for a number that a cell cannot hold. */
const TOO_LARGE = '#NUM!';

export function numberCell(value: number): number | string {
  return Number.isFinite(value) ? value : TOO_LARGE;
}

/** A user's word, such as a class: "7" as the number 7, everything else as text, even "=1" or "1-2". */
export function wordCell(word: string): number | string {
  const value = Number(word);
  if (Number.isFinite(value) && String(value) === word) return value;
  // The apostrophe, which Excel removes, makes it text.
  return word && `'${word}`;
}
