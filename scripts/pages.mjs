// Builds and serves pages for the scripts that drive them in a browser.
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import webpack from 'webpack';
import { sendCompressed } from './compress.mjs';
import { embeddedOffice } from './embedded-office.mjs';
import { headerFor } from './security.cjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** A file beside the pages whose time says when they were built. */
const STAMP = 'built';

/** Addresses of parts that are loaded later: see webpack.config.js. */
const HASHED = /\.[0-9a-f]{8}\.(js|css|wasm)$/;

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

/** All that the pages are made of. */
const SOURCES = ['src', 'assets', 'scripts', 'manifest.xml', 'webpack.config.js', 'package-lock.json'];

/**
 * Builds pages into a folder, unless they are there and nothing that they are made of has changed since.
 * @param {string} folder
 * @param {() => Promise<import("webpack").Configuration>} makeConfig only asked where there is something to build
 */
export async function buildIfOutdated(folder, makeConfig) {
  if (!(await isOutdated(folder))) return;
  // Sources that change during the build are newer than it.
  const now = new Date();
  const config = await makeConfig();
  config.context = root;
  config.output.path = folder;
  await build(config);
  // Written last, and removed by the next build at its beginning: a build that was interrupted has none.
  await fs.writeFile(path.join(folder, STAMP), '');
  await fs.utimes(path.join(folder, STAMP), now, now);
}

async function isOutdated(folder) {
  const built = await fs.stat(path.join(folder, STAMP)).catch(() => null);
  if (!built) return true;
  const times = await Promise.all(SOURCES.map((source) => newest(path.join(root, source))));
  return Math.max(...times) > built.mtimeMs;
}

async function newest(file) {
  const stat = await fs.stat(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const entries = await fs.readdir(file);
  return Math.max(
    stat.mtimeMs,
    ...(await Promise.all(entries.map((entry) => newest(path.join(file, entry))))),
  );
}

/**
 * Serves the pages of a folder, with the embedded workbook's office.js, on this machine.
 * @param {string} pages the folder
 * @param {number} [port] otherwise a free one
 */
export function serve(pages, port = 0) {
  const office = embeddedOffice((pathname) => fs.readFile(path.join(pages, pathname), 'utf8'));
  const handler = (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    response.setHeader('content-security-policy', headerFor(pathname));
    return office(request, response, () => sendFile(pages, request, response));
  };
  return new Promise((resolve) => {
    const server = http.createServer(handler).listen(port, 'localhost', () => resolve(server));
  });
}

async function sendFile(pages, request, response) {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const file = path.join(pages, decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
  try {
    if (!file.startsWith(pages + path.sep)) throw new Error('outside');
    const body = await fs.readFile(file);
    const { mtimeMs } = await fs.stat(file);
    const headers = {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      // A file whose address holds its hash never changes; the browser keeps it, compiled.
      ...((search || HASHED.test(pathname)) && { 'cache-control': 'max-age=86400, immutable' }),
    };
    await sendCompressed(request, response, headers, body, `${file} ${mtimeMs}`);
  } catch {
    response.writeHead(404).end();
  }
}
