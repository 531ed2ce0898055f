import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { expectConsistent } from './consistent';
import { messages, number, runEnded, STEP, STEPS_PER_RUN, stepsLater, TARGET, VALUES } from './lesson4';

// What people do during a run, and after it.
let excel: EmbeddedWorkbook;
// A new workbook each.
beforeEach(async () => {
  excel = await openWorkbook();
});
afterEach(() => excel.close());

test('Run makes as many steps as its cell says, the same as so many presses of Step', async () => {
  await excel.type(STEPS_PER_RUN, 3, VALUES);
  await excel.press('Run');
  await runEnded(excel);
  const run = await excel.read('AD11:AF13');
  await excel.press('Reset');
  for (let step = 0; step < 3; step++) await excel.press('Step');
  expect(await excel.read('AD11:AF13')).toEqual(run);
});

test('text typed into a weight during a run ends it with a message', async () => {
  await excel.type(STEPS_PER_RUN, 100000, VALUES);
  await excel.ribbonButton('Run').click();
  await excel.pane.getByRole('progressbar').waitFor();
  await excel.goTo('AD11');
  await excel.page.keyboard.type('oops');
  await excel.page.keyboard.press('Enter');
  await runEnded(excel);
  expect(await messages(excel)).toContain('AD11 (conv1, filter 1, channel 1) holds the text "oops"');
  await excel.type('AD11', 1);
  expect(await messages(excel)).toBe('');
  await expectConsistent(excel);
});

test('a formula beside the page, typed during a run, stays a formula', async () => {
  await excel.type(STEPS_PER_RUN, 100000, VALUES);
  await excel.ribbonButton('Run').click();
  await excel.pane.getByRole('progressbar').waitFor();
  await excel.goTo('EY22');
  await excel.page.keyboard.type('=IF(EP4>0.5,"yes","no")');
  await excel.page.keyboard.press('Enter');
  await excel.until('it is computed', async () => (await excel.read('EY22', VALUES))[0][0] === 'yes');
  await stepsLater(excel, 1);
  await excel.ribbonButton('Stop').click();
  await runEnded(excel);
  expect(await excel.read('EY22')).toEqual([['yes']]);
  await excel.press('Reset');
  await excel.type(TARGET, 0);
  await excel.type('EL4', -50);
  expect(await excel.read('EY22')).toEqual([['no']]);
});

test('a run goes on where it is while another notebook is looked at, which is in hand afterwards', async () => {
  await excel.press('Lesson 4');
  await excel.sheet(VALUES);
  await excel.type(STEPS_PER_RUN, 100000, VALUES);
  await excel.ribbonButton('Run').click();
  await excel.pane.getByRole('progressbar').waitFor();
  await excel.tab('Lesson 4 (2)').click();
  await excel.press('Step');
  expect(await messages(excel)).toContain('A run is under way');
  await excel.ribbonButton('Stop').click();
  await runEnded(excel);
  expect(await number(excel, STEP)).toBeGreaterThan(1);
  await excel.press('Step');
  expect(await number(excel, STEP, 'Lesson 4 (2)')).toBe(1);
});
