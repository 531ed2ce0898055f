import { textIn, xmlSafe } from '../jsonInXml';
import { queueWithNext } from '../takeBack';

/** So many texts are kept of a notebook, each in a custom XML part of its own. */
const PARTS = 8;

const namespaceOf = (values: string, at: number) => `urn:cellvolution:journal:${values}:${at}`;

/**
 * Queues keeping a text in the workbook in the place of what was kept there.
 * @param values id of the notebook's value sheet
 * @param at which of its texts, from 0
 * @param text JSON; '' to keep nothing
 */
export function keepPart(context: Excel.RequestContext, values: string, at: number, text: string): void {
  queueWithNext(context, () => {
    const { customXmlParts } = context.workbook;
    const namespace = namespaceOf(values, at);
    customXmlParts.getByNamespace(namespace).getOnlyItemOrNullObject().delete();
    if (text) customXmlParts.add(`<journal xmlns="${namespace}">${xmlSafe(text)}</journal>`);
  });
}

/** Queues keeping nothing of a notebook. */
export function forgetParts(context: Excel.RequestContext, values: string): void {
  for (let at = 0; at < PARTS; at++) keepPart(context, values, at, '');
}

/** The texts that were kept of a notebook; '' for those that were not. Two requests, the second only where there is any. */
export async function keptParts(context: Excel.RequestContext, values: string): Promise<string[]> {
  const found = Array.from({ length: PARTS }, (_, at) =>
    context.workbook.customXmlParts.getByNamespace(namespaceOf(values, at)),
  );
  for (const parts of found) parts.load('items/id');
  await context.sync();
  // Two clients that stepped at once have each kept one, and then none is found by its namespace alone.
  for (const { items } of found) for (const extra of items.slice(0, -1)) extra.delete();
  const xml = found.map((parts) => parts.items.at(-1)?.getXml());
  if (xml.some((each) => each !== undefined)) await context.sync();
  return xml.map((each) => (each ? textIn(each.value) : ''));
}
