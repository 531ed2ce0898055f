/** What the browser keeps of documents, looked at and changed beside the page. */
import type { Dialog, Page } from 'playwright-core';

/** The id of the document in the page's address. */
export const idInAddress = (page: Page): string | null => new URL(page.url()).searchParams.get('document');

/** Everything that is kept of a document, as text. */
export const contentOf = (page: Page, id: string): Promise<string> =>
  page.evaluate(
    (document) =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('embedded-workbook');
        opening.onsuccess = () => {
          const store = opening.result.transaction('parts').objectStore('parts');
          const range = IDBKeyRange.bound([document], [document, []]);
          const [keys, values] = [store.getAllKeys(range), store.getAll(range)];
          values.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify([keys.result, values.result]));
          };
        };
      }),
    id,
  );

/** Puts other content into the first part of a document whose name begins so, or takes it away. */
export const damage = (page: Page, id: string, part: string, content?: string): Promise<void> =>
  page.evaluate(
    ([document, name, text]) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('embedded-workbook');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('parts', 'readwrite');
          const store = transaction.objectStore('parts');
          const all = store.getAllKeys(IDBKeyRange.bound([document], [document, []]));
          all.onsuccess = () => {
            const key = all.result.find((each) => (each as string[])[1].startsWith(name))!;
            if (text === null) store.delete(key);
            else store.put(text, key);
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [id, part, content ?? null] as const,
  );

/** Lets saves wait until the page is asked to go on: another transaction has the database. */
export const holdSaves = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('embedded-workbook');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['entries', 'parts'], 'readwrite');
          const goOn = () => {
            if (!('savesGoOn' in globalThis)) transaction.objectStore('entries').count().onsuccess = goOn;
          };
          transaction.objectStore('entries').count().onsuccess = () => {
            goOn();
            resolve();
          };
          transaction.oncomplete = () => opening.result.close();
        };
      }),
  );

export const letSavesGoOn = (page: Page): Promise<void> =>
  page.evaluate(() => void Object.assign(globalThis, { savesGoOn: true }));

/** Reloads the page and says whether one who leaves it is warned first; then the page stays. */
export async function warnsOnLeaving(page: Page): Promise<boolean> {
  const warned = new Promise<boolean>((resolve) => {
    const loaded = () => end(false);
    const asked = (dialog: Dialog) => void dialog.dismiss().then(() => end(dialog.type() === 'beforeunload'));
    const end = (isWarned: boolean) => {
      page.off('load', loaded).off('dialog', asked);
      resolve(isWarned);
    };
    page.on('load', loaded).on('dialog', asked);
  });
  await page.evaluate(() => void setTimeout(() => location.reload()));
  return warned;
}
