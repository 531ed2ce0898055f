// Lets Node run the sources as they stand, without a bundle of them: from then on `require` takes TypeScript, and what the
// embedded workbook's packages expect of a bundler. jest, which has a `require` of its own, is told the same by these lists.
const { transformSync } = require('@swc/core');
const Module = require('node:module');
const path = require('node:path');
const { addHook } = require('pirates');
const assembly = require('./assembly.cjs');

/** Packages of ES modules that Univer's CommonJS requires, as a pattern. */
const ESM = 'nanoid|rbush|quickselect|kdbush|franc-min|trigram-utils|n-gram|collapse-white-space';

/**
 * What is loaded instead of what.
 * @type {[RegExp, string][]}
 */
const INSTEAD = [
  [/^lodash-es(\/.*)?$/, 'lodash$1'],
  [/^cjk-regex$/, path.join(__dirname, '../src/workbook/grid/cjkRegex.ts')],
];

/**
 * Options of @swc/core.
 * @type {import('@swc/core').Options}
 */
const SWC = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
    target: 'es2022',
  },
  module: { type: 'commonjs' },
};

/** Has `require` do so, in this program. */
function runSources() {
  const sources = path.join(__dirname, '../src') + path.sep;
  const isEsm = new RegExp(`node_modules.(${ESM}).`);
  const toCommonJs = (code, filename) => transformSync(code, { ...SWC, filename, swcrc: false }).code;
  const everywhere = { ignoreNodeModules: false };
  addHook(toCommonJs, { exts: ['.ts', '.tsx'], matcher: (file) => file.startsWith(sources) });
  addHook(toCommonJs, { ...everywhere, exts: ['.js'], matcher: (file) => isEsm.test(file) });
  addHook((_, file) => assembly.process('', file).code, { exts: ['.asc'] });
  addHook(() => '', { ...everywhere, exts: ['.css'] });
  /** @type {any} */
  const modules = Module;
  const { _resolveFilename: resolve } = modules;
  modules._resolveFilename = function (name, ...rest) {
    const [pattern, other] = INSTEAD.find(([pattern]) => pattern.test(name)) ?? [];
    return resolve.call(this, pattern ? name.replace(pattern, other) : name, ...rest);
  };
}

module.exports = { ESM, INSTEAD, SWC, runSources };
