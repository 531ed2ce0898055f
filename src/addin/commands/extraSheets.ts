import { inWorkbook } from '../../excel/context';
import { showSheet } from '../../excel/front';
import type { Selected } from '../../excel/read/activeCell';
import { whereIs, type Corner, type ExtraKind } from '../../excel/sheets/extraSheet';
import type { LiveNotebook } from '../workbook/notebook/liveNotebook';
import type { Pipeline } from '../workbook/pipeline';

/**
 * Draws something about a notebook on an extra sheet, stores the sheet's id in the notebook's record, and
 * activates the sheet.
 * @param draw takes the id of the sheet drawn last and the notebook's title; returns the id of the sheet
 */
export async function showExtraSheet(
  pipeline: Pipeline,
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  kind: ExtraKind,
  draw: (place: string | undefined, title: string) => Promise<string>,
): Promise<void> {
  const { extras, names } = notebook.record;
  const sheet = await draw(extras?.[kind], names.values);
  pipeline.keep(context, notebook, { extras: { ...notebook.record.extras, [kind]: sheet } });
  await showSheet(context, sheet);
}

/**
 * Calls back when cells are selected on an extra sheet of the active notebook, with the present top left
 * corner of its block. Does not wait in the command queue; of a burst of clicks only the last counts.
 */
export function onExtraSheetSelected(
  pipeline: Pipeline,
  kind: ExtraKind,
  answer: (notebook: LiveNotebook, address: string, corner: Corner) => void,
): void {
  const { selection, notebooks } = pipeline;
  const look = async (selected: Selected): Promise<void> => {
    const notebook = notebooks.active;
    if (!notebook || selected.sheet !== notebook.record.extras?.[kind]) return;
    // If it cannot be looked up, a click is not worth a message.
    const corner = await inWorkbook((context) => whereIs(context, selected.sheet, kind)).catch(
      () => undefined,
    );
    const { current } = selection;
    const isLatest = current?.sheet === selected.sheet && current.address === selected.address;
    if (corner && isLatest && notebook === notebooks.active) answer(notebook, selected.address, corner);
  };
  selection.changed.listen((selected) => void look(selected));
}
