// Finds and starts a Chromium for whatever drives pages, or gets one; CELLVOLUTION_BROWSER_INSTALL=never keeps it from
// that.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

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

/**
 * Features that tests are quieter without. The list takes the place of Playwright's own, so what matters of that is here,
 * too. The last three have Chromium load two pages for its address bar with every window, which cost a second each.
 */
const NOT_NEEDED = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

const LAUNCH = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${NOT_NEEDED.join()}`,
];

const ADVICE = 'Install Chromium, Chrome or Edge, or set CHROMIUM to the path of one.';

/** A browser without a window, to which other processes connect; its `wsEndpoint()` says where. */
export async function startBrowser() {
  const { chromium } = await import('playwright-core');
  return chromium.launchServer({ executablePath: await findBrowser(), args: LAUNCH });
}

/** The path of a browser's program. Where none is and none can be had it says what to do, and ends the process. */
export async function findBrowser() {
  const found = named() ?? installed() ?? (await downloaded());
  if (found) return found;
  if (process.env.CELLVOLUTION_BROWSER_INSTALL === 'never')
    return giveUp('No browser was found, and CELLVOLUTION_BROWSER_INSTALL=never forbids installing one.');
  const got = fromDebian() ?? (await fromPlaywright());
  return got ?? giveUp('No browser was found, and none could be installed.');
}

function giveUp(why) {
  console.error(`${why} ${ADVICE}`);
  process.exit(1);
}

function named() {
  const chosen = process.env.CHROMIUM || process.env.CHROME_PATH;
  if (!chosen) return null;
  if (fs.existsSync(chosen)) return chosen;
  return giveUp(`CHROMIUM or CHROME_PATH names ${chosen}, where there is no file.`);
}

function installed() {
  if (process.platform === 'darwin') return firstOf(MAC);
  if (process.platform === 'win32') return onWindows();
  return onPath(NAMES);
}

function onWindows() {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env;
  const folders = [PROGRAMFILES, x86, LOCALAPPDATA].filter((folder) => folder !== undefined);
  return firstOf(folders.flatMap((folder) => WINDOWS.map((file) => path.join(folder, file))));
}

/** The first of some programs that lies in a folder of PATH. */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return firstOf(names.flatMap((name) => folders.map((folder) => path.join(folder, name))));
}

function firstOf(files) {
  return files.find((file) => fs.existsSync(file)) ?? null;
}

/** What Playwright downloaded before lies in a cache of its own, which all projects share. */
async function downloaded() {
  const { chromium } = await import('playwright-core');
  return firstOf([chromium.executablePath()]);
}

function fromDebian() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !onPath(['apt-get'])) return null;
  announce("Debian's chromium is installed by apt-get");
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
  announce('Playwright downloads Chromium into its own cache');
  const program = path.join(path.dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  spawnSync(process.execPath, [program, 'install', 'chromium'], { stdio: 'inherit' });
  return downloaded();
}

function announce(how) {
  console.log(`No browser was found, and pages are to be opened in one, so ${how} now.`);
  console.log(`To install nothing, set CELLVOLUTION_BROWSER_INSTALL=never. ${ADVICE}`);
}
