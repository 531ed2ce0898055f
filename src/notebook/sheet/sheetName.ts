/** Excel's limit for the name of a worksheet, in UTF-16 code units. */
export const LONGEST_SHEET_NAME = 31;

/**
 * A title with an ending, such as "Lesson 4 ∂"; a long title is cut.
 *
 * @param longest the limit in UTF-16 code units
 */
export function sheetName(title: string, ending: string, longest = LONGEST_SHEET_NAME): string {
  const letters = [...title];
  while (letters.join('').length + ending.length > longest) letters.pop();
  return letters.join('') + ending;
}
