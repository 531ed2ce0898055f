/** The document that a site gives its first visitors. */
import type { DocumentData } from '../book/document';
import { isRecord } from './shapes';

/**
 * @param address in JSON; undefined where the site has none
 * @returns null where there is none to be had: nobody is to go without a workbook because of that
 */
export async function firstDocument(address: string | undefined): Promise<DocumentData | null> {
  if (address === undefined) return null;
  try {
    // Its address stays the same when the site gets another one.
    const answer = await fetch(address, { cache: 'no-cache' });
    const document: unknown = await answer.json();
    return answer.ok && isRecord(document) ? (document as unknown as DocumentData) : null;
  } catch (error) {
    console.warn(error);
    return null;
  }
}
