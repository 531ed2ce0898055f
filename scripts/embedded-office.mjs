// Middleware of the embedded workbook: serves office.js from node_modules, unmodified, and makes the task pane's
// page load it from there instead of from Microsoft's CDN. The page as built, and as Excel gets it, stays as it is.
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const OWN = '/office-js/';
const library = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
);

/** Lets the workbook around the pane install its hooks before office.js runs. A file: the pane's policy lets no script in. */
const ATTACH = `${OWN}attach.js`;
const ATTACHING = 'parent.__embeddedHost && parent.__embeddedHost.attach(window);';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** `readPage` gives the built taskpane.html as text. */
export function embeddedOffice(readPage) {
  return async (request, response, next) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      if (pathname === '/taskpane.html') return send(response, '.html', pointHome(await readPage(pathname)));
      if (pathname === ATTACH) return send(response, '.js', ATTACHING);
      if (!pathname.startsWith(OWN)) return next();
      const file = path.join(library, decodeURIComponent(pathname.slice(OWN.length)));
      if (!file.startsWith(library + path.sep)) return next();
      return send(response, path.extname(file), await fs.readFile(file));
    } catch (error) {
      return error.code === 'ENOENT' ? next() : next(error);
    }
  };
}

function pointHome(page) {
  return page
    .replace(
      /<script[^>]*src="https:\/\/appsforoffice\.microsoft\.com/,
      (tag) => `<script src="${ATTACH}"></script>${tag}`,
    )
    .replaceAll(CDN, OWN);
}

function send(response, extension, body) {
  response.writeHead(200, {
    'content-type': `${TYPES[extension] ?? 'application/octet-stream'}; charset=utf-8`,
  });
  response.end(body);
}
