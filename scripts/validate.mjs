// npm run validate: is manifest.xml one that Excel will take? Works offline: Microsoft's own parser reads it (the
// validator of office-addin-manifest asks a service on the network), then every file that it names is looked for.
// `npm run validate -- dist/manifest.xml` asks that of a site that was built: its files stand beside its manifest.
import converter from 'office-addin-manifest-converter';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEVELOPMENT, fourParts } from './site.cjs';

export async function validate(manifest = 'manifest.xml') {
  const faults = [];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'manifest-'));
  try {
    await converter.convert(manifest, folder, false);
    if (!fs.existsSync(path.join(folder, 'manifest.json')))
      faults.push(`${manifest}: Excel's parser does not accept it`);
  } catch (error) {
    faults.push(`${manifest}: ${error.message ?? error}`);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  const text = fs.readFileSync(manifest, 'utf8');
  return [
    ...faults,
    ...missingFiles(text, path.dirname(manifest)),
    ...danglingIds(text),
    ...iconFaults(text),
    ...versionFaults(text),
  ];
}

/** The site is where its pane is. The pages of the development server are made when they are asked for. */
function missingFiles(text, folder) {
  const addresses = [...text.matchAll(/DefaultValue="(https:[^"]+)"/g)].map(([, address]) => address);
  const pane = /<SourceLocation DefaultValue="([^"]+)"/.exec(text)?.[1] ?? DEVELOPMENT;
  const site = new URL('./', pane).href;
  const outside = addresses.filter((address) => !address.startsWith(site));
  const names = addresses
    .filter((address) => address.startsWith(site === DEVELOPMENT ? `${site}assets/` : site))
    .map((address) => address.slice(site.length));
  return [
    ...outside.map((address) => `${address} is not on the site ${site}`),
    ...[...new Set(names)]
      .filter((name) => !fs.existsSync(path.join(folder, name)))
      .map((name) => `${name} is named but does not exist`),
  ];
}

function danglingIds(text) {
  const defined = new Set([...text.matchAll(/<bt:\w+ id="([^"]+)"/g)].map(([, id]) => id));
  const used = [...text.matchAll(/resid="([^"]+)"/g)].map(([, id]) => id);
  return [...new Set(used)]
    .filter((id) => !defined.has(id))
    .map((id) => `the resource ${id} is used but not defined`);
}

/** In pixels: the first three must be there, the others may. https://learn.microsoft.com/javascript/api/manifest/icon */
const ICON_SIZES = [16, 32, 80, 20, 24, 40, 48, 64];

/** Every icon in every size, so that none is scaled; and no size that Office does not know. */
function iconFaults(text) {
  const icons = [...text.matchAll(/<Icon>(.*?)<\/Icon>/gs)].map(([, icon]) =>
    [...icon.matchAll(/size="(\d+)" resid="([^"]+)\.(\d+)"/g)].map(([, size, name, file]) => ({
      size,
      name,
      file,
    })),
  );
  return icons.flatMap((images) => {
    const sizes = images.map(({ size }) => Number(size));
    const faults = images
      .filter(({ size, file }) => size !== file || !ICON_SIZES.includes(Number(size)))
      .map(({ size, name, file }) => `the icon ${name}.${file} stands for the size ${size}`);
    const missing = ICON_SIZES.filter((size) => !sizes.includes(size));
    return [...faults, ...missing.map((size) => `an icon ${images[0]?.name ?? ''} has no size ${size}`)];
  });
}

function versionFaults(text) {
  const { version } = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const told = /<Version>([^<]*)</.exec(text)?.[1];
  return told === fourParts(version) ? [] : [`the version is ${told}, in package.json it is ${version}`];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = process.argv[2] ?? 'manifest.xml';
  const faults = await validate(manifest);
  for (const fault of faults) console.error(fault);
  console.log(faults.length ? `${manifest}: ${faults.length} faults` : `${manifest} is valid`);
  process.exitCode = faults.length ? 1 : 0;
}
