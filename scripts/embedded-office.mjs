// Middleware for trying the pages where there is no network: serves office.js from node_modules, unmodified, and makes
// the pane's pages load it from there instead of from Microsoft's CDN. The pages as built stay as they are.
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { sendCompressed } from './compress.mjs';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const OWN = '/office-js/';
const library = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
);

/** The pages that load office.js. */
const PANES = ['/taskpane.html', '/embedded-pane.html'];

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** `readPage` gives a built page as text. */
export function embeddedOffice(readPage) {
  return async (request, response, next) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (extension, body, version) =>
      sendCompressed(request, response, { 'content-type': typeOf(extension) }, body, version);
    try {
      if (PANES.includes(pathname))
        return await send('.html', (await readPage(pathname)).replaceAll(CDN, OWN));
      if (!pathname.startsWith(OWN)) return next();
      const file = path.join(library, decodeURIComponent(pathname.slice(OWN.length)));
      if (!file.startsWith(library + path.sep)) return next();
      return await send(path.extname(file), await fs.readFile(file), file);
    } catch (error) {
      return error.code === 'ENOENT' ? next() : next(error);
    }
  };
}

function typeOf(extension) {
  return `${TYPES[extension] ?? 'application/octet-stream'}; charset=utf-8`;
}
