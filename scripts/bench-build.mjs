// Bundles the bench as the add-in is bundled, for Node or a browser.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import webpack from 'webpack';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Both run onnxruntime-web as it comes: it finds its WebAssembly beside itself. */
const EXTERNAL = {
  node: { 'onnxruntime-web': 'commonjs onnxruntime-web' },
  browser: { 'onnxruntime-web': 'module /node_modules/onnxruntime-web/dist/ort.wasm.min.mjs' },
};

/** Writes node.cjs or browser.mjs to a folder. Ends the program where there is nothing to run. */
export async function buildBench(where, folder) {
  const isNode = where === 'node';
  const { module, resolve } = await createRequire(import.meta.url)('../webpack.config.js')(
    {},
    { mode: 'production' },
  );
  const compiler = webpack({
    mode: 'production',
    context: root,
    target: isNode ? 'node20' : 'web',
    entry: isNode ? './test/bench/inNode.ts' : './test/bench/inBrowser.ts',
    output: {
      path: folder,
      filename: isNode ? 'node.cjs' : 'browser.mjs',
      module: !isNode,
    },
    experiments: { outputModule: !isNode },
    externals: EXTERNAL[where],
    module,
    resolve,
    // Names of functions help whoever profiles it.
    optimization: { minimize: false },
    performance: { hints: false },
  });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  if (!stats.hasErrors()) return;
  console.error(stats.toString({ preset: 'errors-only', colors: true }));
  process.exit(1);
}
