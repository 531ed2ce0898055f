import type { PlannedBlock, Scale } from '../notebook/plan';

/** Blue on cream is yours to type over, black on white is computed, dark red on pink is refused. */
const EDITABLE = { font: '#1034A6', fill: '#FFFBEA' };
const COMPUTED = { font: '#262626' };
const REFUSED = { font: '#9C0006', fill: '#FFC7CE' };

/** Colours of the original sheet's scales, and a light blue for the negative side. */
const LIGHT = '#FCFCFF';
const RED = '#F8696B';
const BLUE = '#8DB4E2';

const SMALL = 7;

/** Queue the looks of a whole block: one request for each property, none for a cell. */
export function styleBlock(range: Excel.Range, block: PlannedBlock): void {
  // One value for all cells, which Excel takes and its types do not know.
  (range as { numberFormat: unknown }).numberFormat = block.format;
  styleCells(range, block);
  if (block.framed) frame(range);
  if (block.scale) colourScale(range, block.scale);
  if (block.small) range.format.font.size = SMALL;
  range.format.horizontalAlignment = block.role === 'message' ? 'Left' : 'Right';
  range.format.verticalAlignment = 'Center';
}

/** Queue the colours of cells of a block as they are when nothing is wrong with them. */
export function styleCells(range: Excel.Range, block: PlannedBlock): void {
  range.format.font.color = block.editable ? EDITABLE.font : COMPUTED.font;
  // A colour scale fills the cells of its block itself; a fill would show in the gaps of a spread one.
  if (block.editable && !block.scale) range.format.fill.color = EDITABLE.fill;
  else range.format.fill.clear();
}

/** Queue the marking of a cell that holds no usable number. */
export function styleRefused(range: Excel.Range): void {
  range.format.font.color = REFUSED.font;
  range.format.fill.color = REFUSED.fill;
}

function frame(range: Excel.Range): void {
  for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
    const border = range.format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = '#7F7F7F';
  }
}

function colourScale(range: Excel.Range, scale: Scale): void {
  const { criteria } = SCALES[scale];
  range.conditionalFormats.add(Excel.ConditionalFormatType.colorScale).colorScale.criteria = criteria;
}

const SCALES: Readonly<Record<Scale, { criteria: Excel.ConditionalColorScaleCriteria }>> = {
  sequential: {
    criteria: {
      minimum: { type: 'LowestValue', color: LIGHT },
      maximum: { type: 'HighestValue', color: RED },
    },
  },
  diverging: {
    criteria: {
      minimum: { type: 'LowestValue', color: BLUE },
      midpoint: { type: 'Number', formula: '0', color: LIGHT },
      maximum: { type: 'HighestValue', color: RED },
    },
  },
};
