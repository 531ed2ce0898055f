// npm run workbook:check            all starts
// npm run workbook:check -- tiny    only these
//
// Makes the file of each start with live formulas and a log, and has others judge it:
//   Open XML schema   Microsoft's Open XML SDK, from a package that npx brings (44 MB, so it is no dependency)
//   LibreOffice       computes all formulas from nothing, and its numbers are compared with ours; where there is none, this
//                     says so
// Ends with 1 if a file breaks the schema, or numbers differ by more than 1e-9 of their size.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';

const SCHEMA_CHECK = '@ooxml-tools/validate@0.4.6';
const TOLERANCE = 1e-9;

const require = createRequire(import.meta.url);
const { Workbook } = require('@cj-tech-master/excelts');
require('@cj-tech-master/excelts/chart').installChartSupport();
const maker = fileURLToPath(new URL('workbook.mjs', import.meta.url));
const starts = run(maker, '--list')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split(' ')[0]);
const asked = process.argv.slice(2);
const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'workbook-check-'));
const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (!office)
  console.log(
    'LibreOffice is not here (Debian: apt-get install libreoffice-calc-nogui): formulas are not computed by it.',
  );
let faults = 0;
for (const name of starts) if (asked.length === 0 || asked.includes(name)) await check(name);
await fs.rm(folder, { recursive: true });
process.exit(faults > 0 ? 1 : 0);

async function check(start) {
  const from = performance.now();
  const file = path.join(folder, `${start}.xlsx`);
  run(maker, '--start', start, '--formulas', '--steps', '1', '--epochs', '1', '--out', file);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  const bytes = await fs.readFile(file);
  const schema = schemaErrors(file);
  const told = [
    `${start}: ${Math.round(bytes.length / 1000)} KB in ${seconds} s`,
    schema ? `schema: ${schema}` : 'schema holds',
  ];
  if (schema) faults++;
  if (office) told.push(await recomputed(start, file, bytes));
  console.log(told.join('; '));
}

/** What a script of ours prints. */
function run(script, ...options) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script} ${options.join(' ')}: ${stderr}`);
  return stdout;
}

/** What breaks the schema; '' if nothing does. */
function schemaErrors(file) {
  const { status, stdout, stderr } = spawnSync('npx', ['--yes', SCHEMA_CHECK, file], { encoding: 'utf8' });
  if (/^Found 0 errors/m.test(stdout) && status === 0) return '';
  return (stdout || stderr || `npx ended with ${status}`).trim();
}

/** LibreOffice keeps what a file says that formulas came to, so they come to nothing in the copy that it gets. */
async function recomputed(start, file, bytes) {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (name.startsWith('xl/worksheets/sheet'))
      parts[name] = strToU8(strFromU8(part).replace(/(<f\b[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'));
  const bare = path.join(folder, 'bare', `${start}.xlsx`);
  await fs.mkdir(path.dirname(bare), { recursive: true });
  await fs.writeFile(bare, zipSync(parts));
  const out = path.join(folder, 'computed');
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  spawnSync(office, [
    profile,
    '--headless',
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    out,
    bare,
  ]);
  return compared(await read(file), await read(path.join(out, `${start}.xlsx`)));
}

async function read(file) {
  const workbook = new Workbook();
  await workbook.xlsx.load(await fs.readFile(file));
  return workbook;
}

function compared(ours, theirs) {
  let [count, worst, others] = [0, 0, 0];
  let at = '';
  for (const sheet of ours.worksheets) {
    const other = theirs.getWorksheet(sheet.name);
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.formula) return;
        count++;
        const [own, computed] = [cell.result, other?.getCell(cell.address).result];
        if (typeof own === 'number' && typeof computed === 'number') {
          const difference = Math.abs(own - computed) / Math.max(1, Math.abs(own));
          if (difference > worst) [worst, at] = [difference, `${sheet.name}!${cell.address}`];
        } else if (own !== computed) {
          others++;
          at = `${sheet.name}!${cell.address} (${own} here, ${computed} there)`;
        }
      }),
    );
  }
  if (count === 0 || worst > TOLERANCE || others > 0) faults++;
  return `LibreOffice: ${count} formulas, worst difference ${worst.toExponential(1)}${
    others ? `, ${others} differ altogether` : ''
  }${at && (worst > TOLERANCE || others) ? ` at ${at}` : ''}`;
}
