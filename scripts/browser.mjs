// Finds a Chromium for the browser tests, or gets one.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** The path of a browser's program. */
export async function findBrowser() {
  const found = named() ?? installed() ?? fromDebian() ?? (await fromPlaywright());
  if (found) return found;
  throw new Error(
    'No Chromium, Chrome or Edge was found, and none could be installed. Install one, or set CHROMIUM to its path.',
  );
}

function named() {
  const chosen = process.env.CHROMIUM || process.env.CHROME_PATH;
  if (!chosen) return null;
  if (fs.existsSync(chosen)) return chosen;
  throw new Error(`CHROMIUM or CHROME_PATH names ${chosen}, where there is no file.`);
}

function installed() {
  if (process.platform === 'darwin') return MAC.find((file) => fs.existsSync(file)) ?? null;
  if (process.platform === 'win32') return onWindows();
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find((file) => fs.existsSync(file)) ?? null;
}

function onWindows() {
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
    Boolean,
  );
  return (
    roots
      .flatMap((root) => WINDOWS.map((file) => path.join(root, file)))
      .find((file) => fs.existsSync(file)) ?? null
  );
}

function fromDebian() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !fs.existsSync('/usr/bin/apt-get')) return null;
  console.log("No browser found; installing Debian's chromium.");
  const run = (...args) =>
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update', '-q');
  run('install', '-q', '-y', '--no-install-recommends', 'chromium');
  return installed();
}

async function fromPlaywright() {
  console.log('No browser found; asking playwright-core to download Chromium.');
  const { status } = spawnSync('npx', ['playwright-core', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) return null;
  const { chromium } = await import('playwright-core');
  const file = chromium.executablePath();
  return fs.existsSync(file) ? file : null;
}
