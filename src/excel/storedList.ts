import { textIn, xmlSafe } from './jsonInXml';
import { queueWithNext } from './takeBack';

/**
 * Lists that the add-in keeps in the file, each twice: in the add-in's settings, and in a custom XML part. Excel gives
 * settings only to the add-in that stored them: where the same file is opened with the add-in from elsewhere (sideloaded, from
 * a shared folder, by an administrator), they may be missing. Custom XML is everybody's.
 * https://learn.microsoft.com/office/dev/add-ins/develop/persisting-add-in-state-and-settings
 */

/** What is kept: which sheets are notebooks, and which are model tables. */
export type ListName = 'notebooks' | 'models';

/** Queues keeping a list in the place of what was kept before; the caller syncs. */
export function storeList(context: Excel.RequestContext, name: ListName, list: readonly object[]): void {
  queueWithNext(context, () => {
    const { settings, customXmlParts } = context.workbook;
    customXmlParts.getByNamespace(namespaceOf(name)).getOnlyItemOrNullObject().delete();
    if (list.length === 0) return settings.getItemOrNullObject(settingOf(name)).delete();
    settings.add(settingOf(name), list);
    customXmlParts.add(`<list xmlns="${namespaceOf(name)}">${xmlSafe(JSON.stringify(list))}</list>`);
  });
}

/** A list as it was kept last; empty if there is none. One request, and another where settings are missing. */
export async function storedList(context: Excel.RequestContext, name: ListName): Promise<object[]> {
  const setting = context.workbook.settings.getItemOrNullObject(settingOf(name));
  setting.load('value');
  const parts = context.workbook.customXmlParts.getByNamespace(namespaceOf(name));
  parts.load('items/id');
  await context.sync();
  if (!setting.isNullObject) return asList(setting.value);
  const part = parts.items.at(-1);
  if (!part) return [];
  const xml = part.getXml();
  await context.sync();
  return listIn(xml.value);
}

const settingOf = (name: ListName) => `cellvolution.${name}`;

const namespaceOf = (name: ListName) => `urn:cellvolution:${name}`;

/** The list in a part; empty where somebody else has written something there that is none. */
function listIn(xml: string): object[] {
  try {
    return asList(JSON.parse(textIn(xml)));
  } catch {
    return [];
  }
}

function asList(value: unknown): object[] {
  const all = Array.isArray(value) ? (value as unknown[]) : [];
  return all.filter((each): each is object => typeof each === 'object' && each !== null);
}
