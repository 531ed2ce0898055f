import { freeName } from '../../../excel/sheetTitles';
import { drawModel } from '../../../excel/sheets/model/modelDraw';
import {
  computedCells,
  readModel,
  writeComputed,
  type ModelReading,
  type ModelTotals,
} from '../../../excel/sheets/model/modelSheet';
import { readModels, writeModels, type ModelRecord } from '../../../excel/sheets/model/modelRecords';
import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import type { CountedRow, ModelFields, TypedRow } from '../../../notebook/model/columns';
import { countLayers, NOTHING_COUNTED } from '../../../notebook/model/count';
import { parseModel, type ParsedModel } from '../../../notebook/model/parse';
import { rowsOf } from '../../../notebook/model/rows';
import { cellsOf } from '../../../notebook/model/size';
import { unusedNote } from '../../../notebook/model/unused';
import { lossWord } from '../../../notebook/model/words';
import { SMALL_CONVNET } from '../../../notebook/presets/smallConvnet';
import type { NotebookSpec } from '../../../notebook/sheet/spec';
import { imageNames, nameOfData } from './imageSetByName';
import { UndoneCounts } from './undoneCounts';

/** A model table as read, with the network it describes. */
export interface ReadModel {
  readonly record: ModelRecord;
  readonly reading: ModelReading;
  readonly parsed: ParsedModel;
}

/** The model tables of the workbook: shown, updated while they are edited, and read for building. */
export class ModelTables {
  private records: ModelRecord[] = [];
  /** By sheet. */
  private readonly undone = new Map<string, UndoneCounts>();

  async open(context: Excel.RequestContext): Promise<void> {
    this.records = await readModels(context);
  }

  /** Whether this sheet is a model table. */
  has(sheet: string): boolean {
    return this.records.some((record) => record.sheet === sheet);
  }

  /** The model table on a sheet, or else that of a notebook. */
  find(sheet: string, notebook?: NotebookRecord): ModelRecord | undefined {
    return (
      this.records.find((record) => record.sheet === sheet) ??
      this.records.find((record) => notebook && record.notebook === notebook.place.values)
    );
  }

  /** Shows the model table of a notebook, or a new one; draws it if there is none yet. */
  async show(context: Excel.RequestContext, notebook?: NotebookRecord): Promise<void> {
    const known = this.records.find((record) => record.notebook === notebook?.place.values);
    if (known) {
      const sheet = context.workbook.worksheets.getItemOrNullObject(known.sheet);
      sheet.load('name');
      await context.sync();
      if (!sheet.isNullObject) {
        sheet.activate();
        await context.sync();
        return;
      }
      this.forget(known.sheet);
    }
    const spec = notebook?.spec ?? SMALL_CONVNET;
    const name = await freeName(context, notebook ? `${notebook.names.values} model` : 'Model');
    const id = await drawModel(
      context,
      name,
      fieldsOf(spec),
      rowsOf(spec.network, spec.initial),
      await imageNames(),
    );
    this.records = [...this.records, { sheet: id, notebook: notebook?.place.values }];
    writeModels(context, this.records);
    await this.recount(context, id);
  }

  /**
   * Updates the computed columns of the table on a sheet, and highlights what is wrong.
   * @param isAnswer to a change that a person made; what they have undone is left as it is then
   */
  async recount(
    context: Excel.RequestContext,
    sheet: string,
    isAnswer = false,
  ): Promise<ReadModel | undefined> {
    const record = this.records.find((each) => each.sheet === sheet);
    const reading = record && (await readModel(context, sheet));
    if (!record || !reading) return undefined;
    const parsed = parseModel(reading.fields, reading.rows);
    await this.write(context, { record, reading, parsed }, isAnswer);
    return { record, reading, parsed };
  }

  /** Writes the computed columns, and highlights what is wrong. */
  async write(
    context: Excel.RequestContext,
    { record, reading, parsed }: ReadModel,
    isAnswer = false,
  ): Promise<void> {
    const counted = countedRows(parsed, reading.rows);
    const wanted = computedCells(reading, counted, totalsOf(parsed), parsed.problems);
    const isDue = this.undoneOn(record.sheet).isDue(reading, wanted);
    if (isDue || !isAnswer) await writeComputed(context, record.sheet, reading, wanted, parsed.problems);
  }

  private undoneOn(sheet: string): UndoneCounts {
    const known = this.undone.get(sheet) ?? new UndoneCounts();
    this.undone.set(sheet, known);
    return known;
  }

  /** Links a table to the notebook that was built from it. */
  bind(context: Excel.RequestContext, sheet: string, notebook: NotebookRecord): void {
    this.records = this.records.map((record) =>
      record.sheet === sheet ? { sheet, notebook: notebook.place.values } : record,
    );
    writeModels(context, this.records);
  }

  /** Call when a sheet was deleted. */
  forget(sheet: string): void {
    this.records = this.records.filter((record) => record.sheet !== sheet);
    this.undone.delete(sheet);
  }
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

/** The computed columns for each row of the table, blank for rows without a valid layer. */
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
