import { inWorkbook } from '../../excel/context';
import { showSheet } from '../../excel/front';
import type { Selected } from '../../excel/read/activeCell';
import { whereIs, type Corner, type ExtraKind } from '../../excel/sheets/extraSheet';
import type { LiveNotebook } from '../workbook/liveNotebook';
import type { Pipeline } from '../workbook/pipeline';

/**
 * Draw something of a notebook on a sheet of its own, remember which that is, and activate it.
 * @param draw is given the id of the sheet that was drawn last, and the notebook's title; returns the id of the sheet
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
 * Call back when cells are selected on a sheet of the active notebook's own kind, with the corner where its block stands
 * now: it may have been moved. Nothing of it waits in the queue of commands; of clicks in a burst the last is answered.
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
    // Where it cannot be looked up, a click is not worth a message.
    const corner = await inWorkbook((context) => whereIs(context, selected.sheet, kind)).catch(
      () => undefined,
    );
    const { current } = selection;
    const isLatest = current?.sheet === selected.sheet && current.address === selected.address;
    if (corner && isLatest && notebook === notebooks.active) answer(notebook, selected.address, corner);
  };
  selection.changed.listen((selected) => void look(selected));
}
