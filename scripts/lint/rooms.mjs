// Two rules of ESLint that read the imports of all files under src, of types as well as of values: `rooms/order` keeps
// a room from importing what stands above it, `rooms/no-circle` keeps files from importing each other in a circle.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// The rooms of the design, from the ground up: a room may import from rooms before it, never from rooms after it.
const ROOMS = [
  'texts',
  'help',
  'engine',
  'notebook',
  'data',
  'training',
  'export',
  'excel',
  'addin',
  'taskpane',
  'commands',
  'functions',
];
/** The embedded workbook plays Excel: it knows nothing of what runs in it, and nothing else knows it. */
const APART = 'workbook';
/** The task pane's page is also the page of the ribbon commands (one shared runtime), so it binds them. */
const DOORS = {
  'taskpane/index.tsx': ['commands', 'functions'],
  'commandLine/makeWorkbook.ts': ['addin', 'notebook', 'workbook'],
};

/** A plugin of ESLint with both rules, for the files of a folder. */
export function roomsIn(src) {
  return { rules: { order: orderIn(src), 'no-circle': noCircleIn(src) } };
}

const orderIn = (src) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) =>
    onImports(src, context, (file, imported) => {
      const [from, to] = [roomOf(src, file), roomOf(src, imported)];
      if (from === to || DOORS[path.relative(src, file)]?.includes(to)) return undefined;
      if (![...ROOMS, APART].includes(to)) return `src/${to} is no room of scripts/lint/rooms.mjs`;
      if (from === APART || to === APART) return `src/${APART} stands apart from all other rooms`;
      return ROOMS.indexOf(to) > ROOMS.indexOf(from) ? `src/${to} is above src/${from}` : undefined;
    }),
});

const noCircleIn = (src) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) =>
    onImports(src, context, (file, imported) => {
      const way = wayBack(src, imported, file);
      return way && `a circle: ${[file, ...way].map((each) => path.relative(src, each)).join(' → ')}`;
    }),
});

export default roomsIn(fileURLToPath(new URL('../../src', import.meta.url)));

/** Reports what `faultOf` says of the imports of a file of src. */
function onImports(src, context, faultOf) {
  const file = context.filename;
  if (!file.startsWith(src + path.sep)) return {};
  const visit = ({ source }) => {
    const imported = typeof source?.value === 'string' ? resolve(file, source.value) : undefined;
    const message = imported?.startsWith(src + path.sep) && faultOf(file, imported);
    if (message) context.report({ node: source, message });
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
}

function roomOf(src, file) {
  return path.relative(src, file).split(path.sep)[0];
}

/** The shortest way of imports from one file to another, both included; undefined when there is none. */
function wayBack(src, from, to) {
  const before = new Map([[from, undefined]]);
  for (const file of before.keys()) {
    if (file === to) return unwound(before, file);
    for (const each of importsOf(src, file)) if (!before.has(each)) before.set(each, file);
  }
  return undefined;
}

function unwound(before, last) {
  const way = [];
  for (let file = last; file; file = before.get(file)) way.unshift(file);
  return way;
}

const known = new Map();

/** The files of this project that a file imports, read anew when it has changed: editors keep this module loaded. */
function importsOf(src, file) {
  const { mtimeMs } = fs.statSync(file);
  const cached = known.get(file);
  if (cached?.mtimeMs === mtimeMs) return cached.imports;
  const text = fs.readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']*)'/g)]
    .map(([, name]) => resolve(file, name))
    .filter((each) => each?.startsWith(src + path.sep));
  known.set(file, { mtimeMs, imports });
  return imports;
}

function resolve(file, name) {
  if (!name.startsWith('.')) return undefined;
  const base = path.resolve(path.dirname(file), name);
  const candidates = [`${base}.ts`, `${base}.tsx`, path.join(base, 'index.ts'), path.join(base, 'index.tsx')];
  return candidates.find((candidate) => fs.existsSync(candidate));
}
