// What makes workbooks, in Node: the add-in in the embedded workbook, in a window without a screen.
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runSources } from './run-sources.cjs';
import { openWindow } from './window.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/**
 * @returns the starts, and what makes one of them: the bytes of a file, or the text of a document. Of one only, since office.js
 *   cannot start anew
 */
export async function openMaker() {
  runSources();
  const { loadScript } = openWindow();
  const { makeDocument, makeWorkbook, starts } = require(path.join(root, 'src/commandLine/makeWorkbook.ts'));
  const manifest = await fs.readFile(path.join(root, 'manifest.xml'), 'utf8');
  const addin = { id: /<Id>([^<]*)</.exec(manifest)[1], version: /<Version>([^<]*)</.exec(manifest)[1] };
  const library = pathToFileURL(require.resolve('@microsoft/office-js/dist/office.js')).href;
  const loadOffice = async () => {
    await loadScript(library);
    Object.assign(globalThis, { Office: window['Office'] });
    await Office.onReady();
    Object.assign(globalThis, { Excel: window['Excel'], OfficeExtension: window['OfficeExtension'] });
  };
  return {
    starts,
    makeFile: (wanted) => makeWorkbook(wanted, addin, loadOffice),
    makeDocument: (wanted) => makeDocument(wanted, loadOffice),
  };
}
