// The options of AssemblyScript, `*.asc`, as a JavaScript module: for each of its targets the address of the compiled
// WebAssembly. One file is both a loader of webpack and a transform of jest; outside of browsers the address is a data URL.
// Compiling takes long, so its outcome is kept in .cache/assembly for whoever asks next.
const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const compiler = path.join(__dirname, 'asc.mjs');
const version = path.join(__dirname, '../node_modules/assemblyscript/package.json');

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

module.exports.getCacheKey = (_text, config) => hashOf(config);

/** The names of the targets with their binaries. */
function compile(config) {
  const kept = path.join(__dirname, '../.cache/assembly', `${hashOf(config)}.json`);
  if (!fs.existsSync(kept)) keep(kept, compileAnew(config));
  const binaries = Object.entries(JSON.parse(fs.readFileSync(kept, 'utf8')));
  return binaries.map(([target, base64]) => [target, Buffer.from(base64, 'base64')]);
}

module.exports.compile = compile;

/** All of it at once: other processes may be about to do the same. */
function keep(file, compiled) {
  const binaries = Object.fromEntries(
    compiled.map(([target, binary]) => [target, binary.toString('base64')]),
  );
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(binaries));
  fs.renameSync(draft, file);
}

/** Of all that the outcome depends on. */
function hashOf(config) {
  const hash = createHash('sha256');
  for (const source of [__filename, version, ...sourcesOf(config)]) hash.update(fs.readFileSync(source));
  return hash.digest('hex');
}

function compileAnew(config) {
  const { targets } = JSON.parse(fs.readFileSync(config, 'utf8'));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assembly-'));
  try {
    return Object.keys(targets).map((target) => {
      const file = path.join(folder, `${target}.wasm`);
      execFileSync(process.execPath, [compiler, config, target, file], {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      return [target, fs.readFileSync(file)];
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** All files that the outcome depends on: modules, and generators of modules, as far as they import each other. */
function sourcesOf(config) {
  const { entries } = JSON.parse(fs.readFileSync(config, 'utf8'));
  const modules = new Set(
    entries.map((entry) => sourceOf(path.resolve(path.dirname(config), entry.replace(/\.ts$/, '')))),
  );
  for (const source of modules) {
    const text = fs.readFileSync(source, 'utf8');
    for (const [, name] of text.matchAll(/(?:from |require\()['"](\.[^'"]+)['"]/g)) {
      modules.add(sourceOf(path.resolve(path.dirname(source), name)));
    }
  }
  return [config, compiler, ...modules];
}

/** Where a module stands, or what makes it. */
function sourceOf(name) {
  return [name, `${name}.ts`, `${name}.gen.cjs`, path.join(name, 'index.ts')].find(
    (file) => fs.existsSync(file) && fs.statSync(file).isFile(),
  );
}

function dataUrl(binary) {
  return `data:application/wasm;base64,${binary.toString('base64')}`;
}
