import fs from 'node:fs';
import path from 'node:path';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { runEnded } from '../lesson4/lesson4';
import { typeInto } from './cells';

const shared = path.join(__dirname, '../../../../shared/data');
const there = fs.existsSync(shared);
if (!there) console.log(`Skipped: the handwritten digits of this test are not here (${shared}).`);
const filesOf = (name: string) =>
  ['images-idx3', 'labels-idx1'].map((kind) => path.join(shared, `${name}-${kind}-ubyte.gz`));

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  if (!there) return;
  excel = await openWorkbook({ blank: true });
  await excel.choose('New', 'Small convnet');
});
afterAll(() => excel?.close());

const SHEET = 'Small convnet';

async function importFiles(name: string): Promise<void> {
  await excel.pane.getByRole('tab', { name: 'Images' }).click();
  await excel.pane.locator('input[type=file]').first().setInputFiles(filesOf(name));
  await excel.pane.getByText(`draws its images from "${name}`).waitFor({ timeout: 30_000 });
  await excel.settled();
}

(there ? test : test.skip)(
  'the Small convnet, trained through the pane on 2,000 real digits, tells 95 % of 500 others right',
  async () => {
    await importFiles('mnist-2000');
    await typeInto(excel, 'notebook.validation_share', 0, SHEET);
    await typeInto(excel, 'schedule.name', 'one-cycle', SHEET);
    await typeInto(excel, 'schedule.length', 600, SHEET);
    await excel.pane.getByRole('tab', { name: 'Train' }).click();
    await excel.pane.getByRole('textbox', { name: 'Learning rate' }).fill('0.02');
    await excel.pane.getByRole('textbox', { name: 'Steps per run' }).fill('600');
    await excel.pane.getByRole('textbox', { name: 'Steps per run' }).press('Enter');
    await excel.settled();
    await excel.pane.getByRole('button', { name: 'Run', exact: true }).click();
    await excel.pane.getByText('Step 600,').waitFor({ timeout: 500_000 });
    await runEnded(excel);

    await importFiles('mnist-test-500');
    await typeInto(excel, 'notebook.validation_share', 1, SHEET);
    await excel.press('Evaluate');
    await excel.until(
      'the images are evaluated',
      async () => (await excel.tab(`${SHEET} confusion`).count()) === 1,
    );
    await excel.settled();
    const [[heading]] = await excel.read('A1', `${SHEET} confusion`);
    console.log(heading);
    const accuracy = /^500 validation images, after step 600: accuracy ([\d.]+)%/.exec(String(heading))!;
    expect(Number(accuracy[1])).toBeGreaterThanOrEqual(95);
    expect(excel.errors).toEqual([]);
    expect(excel.requests).toEqual([]);
  },
);
