// The table on a model sheet: drawn, read, and counted.
import { freeName } from '../../../excel/sheetTitles';
import { drawModel } from '../../../excel/sheets/model/modelDraw';
import {
  computedCells,
  readModel,
  writeComputed,
  type ModelReading,
  type ModelTotals,
} from '../../../excel/sheets/model/modelSheet';
import type { ModelRecord } from '../../../excel/sheets/model/modelRecords';
import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import type { CountedRow, ModelFields, TypedRow } from '../../../notebook/model/columns';
import { countLayers, NOTHING_COUNTED } from '../../../notebook/model/count';
import { parseModel, type ParsedModel } from '../../../notebook/model/parse';
import { rowsOf } from '../../../notebook/model/rows';
import { cellsOf } from '../../../notebook/model/cellCount';
import { unusedNote } from '../../../notebook/model/unused';
import { lossWord } from '../../../notebook/model/words';
import { SMALL_CONVNET } from '../../../notebook/presets/smallConvnet';
import type { NotebookSpec } from '../../../notebook/sheet/spec';
import { aboutImages, imageNames, nameOfData } from './imageSetByName';
import { sizeMisfit } from './imagesMisfit';
import type { UndoneCounts } from './undoneCounts';

/** A model table as read, with the network it describes. */
export interface ReadModel {
  readonly record: ModelRecord;
  readonly reading: ModelReading;
  readonly parsed: ParsedModel;
  /** The computed columns of each row, blank for rows without a valid layer. */
  readonly counted: readonly CountedRow[];
}

/** Draws the table of a notebook, or of a network to begin with, on a new sheet, and activates it. */
export async function drawTable(
  context: Excel.RequestContext,
  notebook: NotebookRecord | undefined,
): Promise<ModelRecord> {
  const spec = notebook?.spec ?? SMALL_CONVNET;
  const name = await freeName(context, notebook ? `${notebook.names.values} model` : 'Model');
  const rows = rowsOf(spec.network, spec.initial);
  const sheet = await drawModel(context, name, fieldsOf(spec), rows, await imageNames());
  return { sheet, notebook: notebook?.place.values };
}

/** Reads a table; undefined if its sheet is gone. */
export async function readTable(
  context: Excel.RequestContext,
  record: ModelRecord,
): Promise<ReadModel | undefined> {
  const reading = await readModel(context, record.sheet);
  if (!reading) return undefined;
  const parsed = await withMisfit(parseModel(reading.fields, reading.rows), reading.fields.Images);
  return { record, reading, parsed, counted: countedRows(parsed, reading.rows) };
}

/** Where all else is right: are the images as large as what the network reads? */
async function withMisfit(parsed: ParsedModel, images: unknown): Promise<ParsedModel> {
  const { network, problems } = parsed;
  const about = network && problems.length === 0 ? await aboutImages(images) : undefined;
  const misfit = network && about && sizeMisfit(network, about);
  return misfit ? { ...parsed, problems: [misfit] } : parsed;
}

/**
 * Writes the computed columns of a table, and highlights what is wrong.
 * @param known what was written into them before
 * @param isAnswer to a change that a person made; what they have undone is left as it is then
 */
export async function writeTable(
  context: Excel.RequestContext,
  { record, reading, parsed, counted }: ReadModel,
  known: UndoneCounts,
  isAnswer = false,
): Promise<void> {
  const wanted = computedCells(reading, counted, totalsOf(parsed), parsed.problems);
  const isDue = known.isDue(reading, wanted);
  if (isDue || !isAnswer) await writeComputed(context, record.sheet, reading, wanted, parsed.problems);
}

function fieldsOf({ network: { input, loss }, data }: NotebookSpec): ModelFields {
  return {
    Images: nameOfData(data),
    Channels: input.channels,
    Height: input.height,
    Width: input.width,
    Loss: lossWord(loss),
  };
}

function countedRows({ network, rows }: ParsedModel, typed: readonly TypedRow[]): CountedRow[] {
  const all = new Array<CountedRow>(typed.length).fill(NOTHING_COUNTED);
  if (!network) return all;
  countLayers(network).forEach((row, layer) => {
    const Note = unusedNote(typed[rows[layer]], network.layers[layer].type, layer);
    all[rows[layer]] = { ...row, Note };
  });
  return all;
}

function totalsOf({ network }: ParsedModel): ModelTotals | undefined {
  if (!network) return undefined;
  const counted = countLayers(network);
  const sum = (column: 'Parameters, counted' | 'Activations') =>
    counted.reduce((total, row) => total + Number(row[column]), 0);
  return { parameters: sum('Parameters, counted'), activations: sum('Activations'), cells: cellsOf(network) };
}
