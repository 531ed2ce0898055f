// Pixels.

/** Height of a map's picture. */
export const MAP_SIZE = 26;
/** Between two maps of a layer. */
export const MAP_GAP = 4;
/** Above the maps of a layer, between them and the edge of its button. */
export const FRAME = 4;
