import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// The rules of scripts/lint/rooms.mjs, as ESLint applies them to a made-up tree.
const root = path.join(__dirname, '../..');
const eslint = path.join(path.dirname(require.resolve('eslint/package.json')), 'bin/eslint.js');
const addressOf = (file: string) => JSON.stringify(pathToFileURL(file).href);

const CONFIG = `
import tseslint from ${addressOf(require.resolve('typescript-eslint'))};
import { roomsIn } from ${addressOf(path.join(root, 'scripts/lint/rooms.mjs'))};
export default [{
  files: ['src/**/*.ts'],
  languageOptions: { parser: tseslint.parser },
  plugins: { rooms: roomsIn(new URL('src', import.meta.url).pathname) },
  rules: { 'rooms/order': 'error', 'rooms/no-circle': 'error' },
}];`;

/** Each story has folders of its own in the rooms. */
const TREE = {
  'engine/well/a.ts': 'export const a = 1;',
  'engine/well/b.ts': "import { a } from './a';\nexport const b = a;",
  'engine/well/e.ts': 'export type E = number;',
  'notebook/well/c.ts':
    "import { b } from '../../engine/well/b';\nexport type { D } from './d';\nexport const c = b;",
  'notebook/well/d.ts': "import type { E } from '../../engine/well/e';\nexport type D = E;",

  'notebook/up/a.ts': 'export const a = 1;\nexport type A = number;',
  'engine/up/type.ts': "import type { A } from '../../notebook/up/a';\nexport type B = A;",
  'engine/up/value.ts': "export { a } from '../../notebook/up/a';",
  'engine/up/late.ts': "export const late = () => import('../../notebook/up/a');",

  'engine/apart/a.ts': 'export const a = 1;',
  'workbook/apart/grid.ts': "import { a } from '../../engine/apart/a';\nexport const grid = a;",
  'taskpane/apart/b.ts': "import { grid } from '../../workbook/apart/grid';\nexport const b = grid;",

  'attic/unknown/a.ts': 'export const a = 1;',
  'engine/unknown/b.ts': "import { a } from '../../attic/unknown/a';\nexport const b = a;",

  'engine/circle/a.ts': "import type { B } from './folder';\nexport type A = B;",
  'engine/circle/folder/index.ts': "export type { B } from './b';",
  'engine/circle/folder/b.ts': "import type { A } from '../a';\nexport type B = A | number;",
  'engine/circle/outside.ts': "import type { A } from './a';\nexport type Outside = A;",
};

const faults: string[] = [];
const faultsOf = (story: string) => faults.filter((fault) => fault.split('/')[1] === story).sort();

beforeAll(async () => {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'rooms-'));
  try {
    fs.writeFileSync(path.join(folder, 'eslint.config.mjs'), CONFIG);
    for (const [name, text] of Object.entries(TREE)) {
      const file = path.join(folder, 'src', name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
    for (const { filePath, messages } of JSON.parse(await lint(folder)) as LintResult[]) {
      const file = path.relative(path.join(folder, 'src'), filePath);
      faults.push(...messages.map(({ message }) => `${file}: ${message}`));
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly message: string }[];
}

function lint(cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [eslint, '--format', 'json', 'src'], { cwd }, (_, stdout, stderr) =>
      stdout ? resolve(stdout) : reject(new Error(stderr)),
    );
  });
}

test('imports of lower rooms, and of neighbours, are in order', () => {
  expect(faultsOf('well')).toEqual([]);
});

test('an import of a higher room is caught, of a type as well as of a value, by whatever words', () => {
  expect(faultsOf('up')).toEqual([
    'engine/up/late.ts: src/notebook is above src/engine',
    'engine/up/type.ts: src/notebook is above src/engine',
    'engine/up/value.ts: src/notebook is above src/engine',
  ]);
});

test('the embedded workbook knows nobody, and nobody knows it', () => {
  expect(faultsOf('apart')).toEqual([
    'taskpane/apart/b.ts: src/workbook stands apart from all other rooms',
    'workbook/apart/grid.ts: src/workbook stands apart from all other rooms',
  ]);
});

test('a folder that is no room is told', () => {
  expect(faultsOf('unknown')).toEqual([
    'engine/unknown/b.ts: src/attic is no room of scripts/lint/rooms.mjs',
  ]);
});

test('a circle is caught in each of its files, also where it is one of types, over an index', () => {
  const [first, ...rest] = faultsOf('circle');
  expect(first).toBe(
    'engine/circle/a.ts: a circle: engine/circle/a.ts → engine/circle/folder/index.ts → ' +
      'engine/circle/folder/b.ts → engine/circle/a.ts',
  );
  expect(rest.map((fault) => fault.split(':')[0])).toEqual([
    'engine/circle/folder/b.ts',
    'engine/circle/folder/index.ts',
  ]);
});
