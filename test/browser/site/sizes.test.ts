import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Request } from 'playwright-core';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { kibibytes, printSizes } from './sizes';

// How much a person waits for: what comes over the wire, compressed, before the pane and the page that plays Excel can be
// used. What is needed less often is loaded when it is first used: `later` in the pane, `loaded` in the session.
const PANE_KIB = 300;
const PAGE_KIB = 3 * 1024;

const pages = process.env.CELLVOLUTION_PAGES!;

test(`the pane, without office.js, takes ${PANE_KIB} KiB or less until it can be drawn`, () => {
  const page = fs.readFileSync(path.join(pages, 'taskpane.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="([^"?:]+\.(?:js|css))(?:\?[^"]*)?"/g)].map(
    ([, file]) => file,
  );
  expect(files).toEqual(expect.arrayContaining(['taskpane.js', 'taskpane.css']));
  const sizes = Object.fromEntries(
    files.map((file) => [file, gzipSync(fs.readFileSync(path.join(pages, file))).length]),
  );
  printSizes('The pane until it can be drawn', sizes, PANE_KIB);
  expect(kibibytes(sizes)).toBeLessThanOrEqual(PANE_KIB);
});

describe('the page that plays Excel, opened for the first time', () => {
  const requests: Request[] = [];
  let excel: EmbeddedWorkbook;
  beforeAll(async () => {
    excel = await openWorkbook({
      prepare: async (page) => void page.on('requestfinished', (request) => requests.push(request)),
    });
  });
  afterAll(() => excel.close());

  test(`takes ${PAGE_KIB} KiB or less, its notebook, its pane and office.js with it`, async () => {
    const sizes: Record<string, number> = {};
    for (const request of requests) {
      const file = path.basename(new URL(request.url()).pathname) || 'index.html';
      if (request.url().startsWith('http')) sizes[file] = (await request.sizes()).responseBodySize;
    }
    expect(Object.keys(sizes)).toEqual(expect.arrayContaining(['workbook.js', 'taskpane.js', 'office.js']));
    printSizes('The page that plays Excel, with its pane', sizes, PAGE_KIB);
    expect(kibibytes(sizes)).toBeLessThanOrEqual(PAGE_KIB);
  });

  test('what can be compressed is sent compressed', async () => {
    for (const request of requests.filter((each) => /\.(js|css|html|xml|wasm)(\?|$)/.test(each.url()))) {
      const headers = await (await request.response())!.allHeaders();
      expect({ url: request.url(), encoding: headers['content-encoding'] }).toEqual({
        url: request.url(),
        encoding: 'gzip',
      });
    }
  });
});
