import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// `npm run build`, for a site of one's own.
const root = path.join(__dirname, '../..');
const webpack = path.join(path.dirname(require.resolve('webpack/package.json')), 'bin/webpack.js');
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string;
};

let site: string;
beforeAll(() => {
  site = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'site-'));
});
afterAll(() => fs.rmSync(site, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly said: string;
}

function build(...options: string[]): Promise<Outcome> {
  return node(webpack, '--mode', 'production', '--output-path', site, ...options);
}

function validate(): Promise<Outcome> {
  return node(path.join(root, 'scripts/validate.mjs'), path.join(site, 'manifest.xml'));
}

function node(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: root }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, said: stdout + stderr }),
    );
  });
}

const read = (file: string) => fs.readFileSync(path.join(site, file), 'utf8');
const filesEndingIn = (end: string) => fs.readdirSync(site).filter((file) => file.endsWith(end));

describe('a site at https://example.org/cv/', () => {
  beforeAll(async () => {
    expect(await build('--env', 'url=https://example.org/cv')).toMatchObject({ code: 0 });
  });

  test('its files name no other place than that', () => {
    for (const file of [...filesEndingIn('.xml'), ...filesEndingIn('.html'), ...filesEndingIn('.js')])
      expect({ file, localhost: read(file).includes('localhost:3000') }).toEqual({ file, localhost: false });
  });

  test('its manifest is valid, of the version of package.json, and every file that it names is there', () => {
    const manifest = read('manifest.xml');
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
    const named = [...manifest.matchAll(/DefaultValue="https:\/\/([^"]+)"/g)].map(([, address]) => address);
    for (const address of new Set(named)) {
      expect(address).toMatch(/^example\.org\/cv\//);
      expect(fs.existsSync(path.join(site, address.slice('example.org/cv/'.length)))).toBe(true);
    }
    expect(manifest).toContain('<SupportUrl DefaultValue="https://example.org/cv/help.html"');
  });

  test('npm run validate finds no fault in its manifest, and finds a file that is gone', async () => {
    expect(await validate()).toMatchObject({ code: 0 });
    const icon = path.join(site, 'assets/icon-32.png');
    fs.renameSync(icon, `${icon}.away`);
    const { code, said } = await validate();
    fs.renameSync(`${icon}.away`, icon);
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('assets/icon-32.png') });
  });

  test('the embedded workbook is a part of it, with a pane that installs its hooks before office.js is loaded', () => {
    expect(read('index.html')).toContain('<meta name="pane" content="embedded-pane.html"');
    const scripts = [...read('embedded-pane.html').matchAll(/<script[^>]*src="([^"?]*)/g)].map(
      ([, src]) => src,
    );
    expect(scripts).toEqual([
      'attach.js',
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      'taskpane.js',
    ]);
    expect(read('taskpane.html')).not.toContain('attach.js');
    // office.js is loaded from where Microsoft keeps it, and is no file of the site.
    expect(filesEndingIn('.js').filter((file) => /office|excel-/i.test(file))).toEqual([]);
  });

  test('every address in a page is relative, but for that of office.js', () => {
    for (const page of filesEndingIn('.html')) {
      const addresses = [...read(page).matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
      expect(addresses.length).toBeGreaterThan(0);
      for (const address of addresses)
        expect({ page, address }).toEqual({
          page,
          address: expect.stringMatching(/^(?![/]|[a-z]+:)|^https:\/\/appsforoffice\.microsoft\.com\//),
        });
    }
  });

  test('no page has a script in it, and no program of the add-in makes one of a text', () => {
    for (const page of filesEndingIn('.html')) {
      expect(read(page)).toContain('http-equiv="Content-Security-Policy"');
      expect(read(page)).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|javascript:/);
    }
    const programs = filesEndingIn('.js');
    expect(programs).toEqual(expect.arrayContaining(['taskpane.js', 'workbook.js', 'attach.js']));
    // Univer and lodash, in the embedded workbook, would at places that it never comes to; its policy forbids it.
    for (const file of programs.filter((each) => each !== 'workbook.js')) {
      const made = read(file).match(
        /\beval\b\s*[()]|\bFunction\(\s*["'`]|\bset(?:Timeout|Interval)\(\s*["'`]/,
      );
      expect({ file, made }).toEqual({ file, made: null });
    }
  });
});

test.each([
  ['http://example.org/cv/', /over https only, not from "http:\/\/example\.org\/cv\/"/],
  ['example.org', /"example\.org" is no address/],
  ['https://example.org/?cv', /no \? and no #/],
])('a build for %s says what is wrong, and builds nothing', async (url, reason) => {
  const { code, said } = await build('--env', `url=${url}`);
  expect(code).not.toBe(0);
  expect(said).toMatch(reason);
  expect(said).toContain('npm run build -- --env url=https://');
});
