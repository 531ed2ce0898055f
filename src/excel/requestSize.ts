// Excel on the web fails a request or an answer of more than 5 MB.

/** So many cells with values go into one request. */
export const CELLS_PER_REQUEST = 80_000;

/** So many characters of formulas go into one request. */
export const CHARACTERS_PER_REQUEST = 1_500_000;

/** How many rows of so many columns go into one request: one at least. */
export function rowsPerRequest(columns: number): number {
  return Math.max(1, Math.floor(CELLS_PER_REQUEST / columns));
}
