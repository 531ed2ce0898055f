/** Which sheets are model tables, each with the value sheet of the notebook it describes. */
export interface ModelRecord {
  readonly sheet: string;
  readonly notebook?: string;
}

const KEY = 'cellvolution.models';

export async function readModels(context: Excel.RequestContext): Promise<ModelRecord[]> {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load('value');
  await context.sync();
  return setting.isNullObject || !Array.isArray(setting.value) ? [] : (setting.value as ModelRecord[]);
}

/** Queues the writing of all records; the caller syncs. */
export function writeModels(context: Excel.RequestContext, records: readonly ModelRecord[]): void {
  context.workbook.settings.add(KEY, records);
}
