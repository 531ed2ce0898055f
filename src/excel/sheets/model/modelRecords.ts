import { storedList, storeList } from '../../storedList';

/** Which sheets are model tables, each with the value sheet of the notebook it describes. */
export interface ModelRecord {
  readonly sheet: string;
  readonly notebook?: string;
}

export async function readModels(context: Excel.RequestContext): Promise<ModelRecord[]> {
  return (await storedList(context, 'models')) as ModelRecord[];
}

/** Queues the writing of all records; the caller syncs. */
export function writeModels(context: Excel.RequestContext, records: readonly ModelRecord[]): void {
  storeList(context, 'models', records);
}
