import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Loads the real, unmodified office.js into a window, and waits until it has found its host. */
export async function loadOfficeInto(target: Window & typeof globalThis): Promise<void> {
  const { document } = target;
  const library = path.dirname(require.resolve('@microsoft/office-js/package.json'));
  const script = document.createElement('script');
  script.src = pathToFileURL(path.join(library, 'dist/office.js')).href;
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${script.src} cannot be loaded.`));
  });
  document.head.append(script);
  await loaded;
  await (target as unknown as { readonly Office: typeof Office }).Office.onReady();
}
