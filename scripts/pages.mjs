// Builds and serves pages for the scripts that drive them in a browser.
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import webpack from 'webpack';
import { embeddedOffice } from './embedded-office.mjs';
import { headerFor } from './security.cjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
};

/** Builds what a configuration of webpack says; where that fails, tells why and ends the process. */
export async function build(config) {
  const compiler = webpack(config);
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  if (!stats.hasErrors()) return;
  console.error(stats.toString({ preset: 'errors-only', colors: true }));
  process.exit(1);
}

/** Serves the pages of a folder, with the embedded workbook's office.js, at a free port of this machine. */
export function serve(pages) {
  const office = embeddedOffice((pathname) => fs.readFile(path.join(pages, pathname), 'utf8'));
  const handler = (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    response.setHeader('content-security-policy', headerFor(pathname));
    return office(request, response, () => sendFile(pages, request, response));
  };
  return new Promise((resolve) => {
    const server = http.createServer(handler).listen(0, 'localhost', () => resolve(server));
  });
}

async function sendFile(pages, request, response) {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const file = path.join(pages, decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
  try {
    if (!file.startsWith(pages + path.sep)) throw new Error('outside');
    const body = await fs.readFile(file);
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      // A file whose address holds its hash never changes; the browser keeps it, compiled.
      ...(search && { 'cache-control': 'max-age=86400, immutable' }),
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}
