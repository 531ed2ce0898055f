// What draws a convolution as a matrix, loaded when that is first asked for.
import type { Reading } from '../../../excel/read/reading';
import { siteId } from '../../../excel/read/site';
import type { Corner } from '../../../excel/sheets/extraSheet';
import { drawMatrix } from '../../../excel/sheets/matrix/matrixSheet';
import type { NotebookCells } from '../../../notebook/formulas/layerCells';
import { planMatrix } from '../../../notebook/matrix';
import { convolutionsOf, type Choice } from '../../../notebook/matrix/convolution';
import { inspectPlace } from '../../../notebook/sheet/inspect';
import { ValueCells } from '../../../notebook/sheet/valueCells';
import { NotebookError } from '../../faults';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';

/**
 * Draws the matrix of a convolution over the notebook's present cells.
 * @param isBehind the person stays at another sheet
 * @returns the id of the matrix's sheet
 */
export async function draw(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  reading: Reading,
  choice: Choice,
  isBehind: boolean,
): Promise<string> {
  const { extras, names, spec } = notebook.record;
  const convolution = convolutionsOf(spec.network).find((each) => each.spec.name === choice.layer)!;
  const cells = cellsNow(notebook, reading);
  const valueSheet = reading.nameOf('values');
  const planAt = (corner: Corner) => planMatrix(convolution, choice, { corner, valueSheet, notebook: cells });
  return drawMatrix(context, extras?.matrix, names.values, planAt, isBehind);
}

/**
 * The present cells of blocks.
 * @throws NotebookError if formulas would refer to deleted cells
 */
function cellsNow({ plan, trainer }: LiveNotebook, reading: Reading): NotebookCells {
  const blocks = plan.sheets.values.blocks;
  const byName = new Map(blocks.map((block) => [block.name, block]));
  const places = new Map(
    blocks.map((block) => [block.name, reading.found.get(siteId({ key: 'values', block }))?.rect]),
  );
  return {
    valueCells: new ValueCells(plan.layout),
    settings: trainer.settings,
    blockNamed: (name) => byName.get(name)!,
    placeOf: (_key, block) => {
      const place = places.get(block.name);
      const fault = inspectPlace(block, place);
      if (fault) throw new NotebookError(fault.message);
      return place!;
    },
  };
}
