// Runs the bench in Chromium, on a page from an ordinary server: no isolation, so one thread, as in Excel.
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const PAGE =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/browser.mjs"></script>';
/** The peers' own files, which they fetch themselves. */
const PEERS = ['/node_modules/onnxruntime-web/dist/', '/node_modules/@tensorflow/tfjs-backend-wasm/dist/'];

/**
 * @param build folder of browser.mjs
 * @param optionsFor makes the bench's options from what the browser is called
 * @returns the outcome; undefined where the bench failed, which it has said
 */
export async function benchInBrowser(build, root, optionsFor) {
  const server = await serve(build, root);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => console.log(message.text()));
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`http://localhost:${server.address().port}/`);
    await page.waitForFunction(() => 'bench' in globalThis);
    const options = { ...optionsFor(`Chromium ${browser.version()}`), tfjsFiles: PEERS[1] };
    return await page.evaluate((each) => globalThis.bench(each), options);
  } catch (error) {
    console.error(error);
    return undefined;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

function serve(build, root) {
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    const folder = PEERS.some((each) => pathname.startsWith(each)) ? root : build;
    try {
      const body = await fs.readFile(path.join(folder, path.normalize(pathname)));
      response.writeHead(200, {
        'content-type': TYPES[path.extname(pathname)] ?? 'application/octet-stream',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server)));
}
