import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'workbook-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** As `npm run workbook --`. */
const run = (...options: string[]) =>
  spawnSync(process.execPath, ['scripts/workbook.mjs', ...options], { encoding: 'utf8' });

/** The sheet of a file, read by another library than the one that wrote it. */
async function sheetIn(file: string, name: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook.getWorksheet(name)!;
}

test('a trained notebook with its log is written as a file, with formulas where they are wanted', async () => {
  const [plain, live] = ['plain.xlsx', 'live.xlsx'].map((name) => path.join(folder, name));
  expect(run('--start', 'tiny', '--steps', '2', '--out', plain)).toMatchObject({ status: 0, stderr: '' });
  expect(run('--start', 'tiny', '--steps', '2', '--formulas', '--out', live)).toMatchObject({
    status: 0,
    stderr: '',
  });
  const [values, formulas] = await Promise.all([sheetIn(plain, 'Tiny'), sheetIn(live, 'Tiny')]);
  let count = 0;
  formulas.eachRow((row) =>
    row.eachCell((cell) => {
      if (!cell.formula) return;
      count++;
      const { value } = values.getCell(cell.address);
      if (typeof value === 'number') expect(cell.result).toBeCloseTo(value, 9);
      else expect(cell.result).toEqual(value);
    }),
  );
  expect(count).toBe(49);
});

test('what it lacks, or does not know, it says, and writes nothing', () => {
  const out = path.join(folder, 'none.xlsx');
  const unknown = run('--start', 'lesson-5', '--out', out);
  expect(unknown.status).toBe(1);
  expect(unknown.stderr).toContain('There is no start "lesson-5". There are: lesson-4,');
  expect(run('--start', 'tiny')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('--out FILE is missing'),
  });
  expect(run('--steps', 'few', '--out', out)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('"few" is no whole number'),
  });
  expect(fs.existsSync(out)).toBe(false);
});
