// npm run validate: is manifest.xml one that Excel will take? Works offline: Microsoft's own parser reads it (the
// validator of office-addin-manifest asks a service on the network), then every file that it names is looked for.
import converter from 'office-addin-manifest-converter';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

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
  return [...faults, ...missingFiles(text), ...danglingIds(text)];
}

function missingFiles(text) {
  const names = [...text.matchAll(/https:\/\/localhost:3000\/(assets\/[^"]+)/g)].map(([, name]) => name);
  return [...new Set(names)]
    .filter((name) => !fs.existsSync(name))
    .map((name) => `${name} is named but does not exist`);
}

function danglingIds(text) {
  const defined = new Set([...text.matchAll(/<bt:\w+ id="([^"]+)"/g)].map(([, id]) => id));
  const used = [...text.matchAll(/resid="([^"]+)"/g)].map(([, id]) => id);
  return [...new Set(used)]
    .filter((id) => !defined.has(id))
    .map((id) => `the resource ${id} is used but not defined`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = await validate();
  for (const fault of faults) console.error(fault);
  console.log(faults.length ? `manifest.xml: ${faults.length} faults` : 'manifest.xml is valid');
  process.exitCode = faults.length ? 1 : 0;
}
