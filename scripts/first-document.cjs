// Beside the pages: the document that a first visitor finds in the embedded workbook. It is what the add-in draws when it is
// asked for a start, drawn by the add-in itself when the pages are built, so that no visitor waits for it.
const { execFile } = require('node:child_process');
const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { promisify } = require('node:util');

const maker = path.join(__dirname, 'workbook.mjs');

/** A plugin of webpack. */
class FirstDocument {
  /**
   * @param {string} start which notebook, as `npm run workbook -- --list` names it
   * @param {string} file where it stands beside the pages
   */
  constructor(start, file) {
    this.start = start;
    this.file = file;
  }

  /** @param {import("webpack").Compiler} compiler */
  apply({ hooks, webpack }) {
    const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
    hooks.thisCompilation.tap('FirstDocument', (compilation) =>
      compilation.hooks.processAssets.tapPromise({ name: 'FirstDocument', stage }, async () =>
        compilation.emitAsset(this.file, new webpack.sources.RawSource(await make(this.start))),
      ),
    );
  }
}

/**
 * By a program of its own: it makes a window global, and office.js starts only once in one.
 * @returns {Promise<Buffer>}
 */
async function make(start) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'first-document-'));
  const file = path.join(folder, 'document.json');
  try {
    await promisify(execFile)(process.execPath, [maker, '--start', start, '--out', file]);
    return await fs.readFile(file);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}

module.exports = { FirstDocument };
