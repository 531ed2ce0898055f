// The options of AssemblyScript, `kernels.asc`, as a JavaScript module: for each of its targets the address of the compiled
// WebAssembly. One file is both a loader of webpack and a transform of jest; outside of browsers the address is a data URL.
const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const asc = path.join(__dirname, '../node_modules/assemblyscript/bin/asc.js');

/**
 * For webpack.
 * @this {import("webpack").LoaderContext<object>}
 */
module.exports = function assemblyLoader() {
  const config = this.resourcePath;
  for (const source of sourcesOf(config)) this.addDependency(source);
  return compile(config)
    .map(([target, binary]) => {
      if (this.target === 'node') return `export const ${target} = '${dataUrl(binary)}';\n`;
      // Engine and kernels lay out the same memory: neither may meet an older one of the other in a cache.
      const file = `kernels.${target}.${createHash('sha256').update(binary).digest('hex').slice(0, 8)}.wasm`;
      this.emitFile(file, binary);
      return `export const ${target} = __webpack_public_path__ + ${JSON.stringify(file)};\n`;
    })
    .join('');
};

/** For jest. */
module.exports.process = (_text, config) => ({
  code: compile(config)
    .map(([target, binary]) => `exports.${target} = '${dataUrl(binary)}';\n`)
    .join(''),
});

module.exports.getCacheKey = (_text, config) => {
  const version = fs.readFileSync(path.join(asc, '../../package.json'));
  const hash = createHash('sha256').update(fs.readFileSync(__filename)).update(version);
  for (const source of sourcesOf(config)) hash.update(fs.readFileSync(source));
  return hash.digest('hex');
};

/** The names of the targets with their binaries; the entry is the index.ts beside the configuration. */
function compile(config) {
  const { targets } = JSON.parse(fs.readFileSync(config, 'utf8'));
  const entry = path.join(path.dirname(config), 'index.ts');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assembly-'));
  try {
    return Object.keys(targets).map((target) => {
      const file = path.join(folder, `${target}.wasm`);
      const options = ['--config', config, '--target', target, '--outFile', file];
      execFileSync(process.execPath, [asc, entry, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
      return [target, fs.readFileSync(file)];
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** All files beside a configuration, itself among them. */
function sourcesOf(config) {
  const folder = path.dirname(config);
  return fs
    .readdirSync(folder)
    .sort()
    .map((file) => path.join(folder, file));
}

function dataUrl(binary) {
  return `data:application/wasm;base64,${binary.toString('base64')}`;
}
