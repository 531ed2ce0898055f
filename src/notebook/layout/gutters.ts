/** Rows and columns that the numbers of a normalised channel take beside its map, each with its name right of it. */
export const NORM_GUTTER = { rows: 6, columns: 4 };
