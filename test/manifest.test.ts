import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Session } from '../src/addin/session';
import { bindCommands } from '../src/commands/commands';
import { STARTERS } from '../src/notebook/presets';

const root = path.join(__dirname, '..');
const manifest = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

test("Excel's own parser takes the manifest, and every icon it names is there", () => {
  expect(execFileSync('node', ['scripts/validate.mjs'], { cwd: root, encoding: 'utf8' })).toMatch(
    'manifest.xml is valid',
  );
});

test('every ribbon button has its handler, and every handler its button', () => {
  const named = [...manifest.matchAll(/<FunctionName>(\w+)</g)].map(([, name]) => name).sort();
  const bound: string[] = [];
  Object.assign(globalThis, { Office: { actions: { associate: (name: string) => bound.push(name) } } });
  bindCommands(new Session());
  expect(bound.sort()).toEqual(named);
});

test('the add-in asks for no other domain than its own, and its help is a page of the site', () => {
  expect(manifest).not.toContain('AppDomain');
  expect(manifest).toContain('<SupportUrl DefaultValue="https://localhost:3000/help.html"/>');
});

test('each of its resources is one that Office can name: at most 32 characters', () => {
  const ids = [...manifest.matchAll(/\b(?:res)?id="([^"]+)"/gi)].map(([, id]) => id);
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
});

test.each(STARTERS.map(({ name, about }) => [name, about]))(
  'the New menu says of %s what the notebook room says',
  (name, about) => {
    expect(manifest).toContain(`Label" DefaultValue="${name}"`);
    expect(manifest).toContain(`Tip" DefaultValue="${about}"`);
  },
);
