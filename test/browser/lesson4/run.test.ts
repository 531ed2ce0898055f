import { digitAt } from '../../../src/data/digits';
import { compile, type Network } from '../../../src/engine/network';
import { fromRows } from '../../../src/notebook/sheet/block';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { toA1 } from '../../../src/notebook/sheet/address';
import { valuesOf } from '../../../src/notebook/sheet/tensors';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { messages, number, runEnded, STEP, STEPS_PER_RUN, stepsLater, TARGET, VALUES } from './lesson4';

const plan = planNotebook(LESSON_4);

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());
// A new workbook each, on one page.
afterEach(() => excel.open());

/** A network with the weights, image and target that stand in the cells. */
async function networkOfCells(batchSize: number): Promise<Network> {
  const network = compile(LESSON_4.network, batchSize);
  for (const block of plan.layout.blocks) {
    if (!['parameter', 'input', 'target'].includes(block.source.kind)) continue;
    const rows = (await excel.read(toA1(block.rect), VALUES)) as number[][];
    valuesOf(network, block).set(fromRows(block, rows));
  }
  return network;
}

/** Share of digits of another seed, half of them sevens, that the weights in the cells tell right. */
async function accuracy(seed: number, count: number): Promise<number> {
  const network = await networkOfCells(count);
  const sevens = Array.from({ length: count }, (_, index) => {
    const { pixels, label } = digitAt(seed, index, { positive: 7 });
    network.input.set(pixels, index * pixels.length);
    return label === 7;
  });
  network.forward();
  const logits = network.activations.get('logits')!;
  return sevens.filter((seven, index) => logits[index] > 0 === seven).length / count;
}

/** The maps, output and loss in the cells are those of the weights in the cells. */
async function expectConsistent(): Promise<void> {
  const network = await networkOfCells(1);
  network.forward();
  for (const block of plan.layout.blocks) {
    if (block.source.kind !== 'activation' && block.source.kind !== 'loss') continue;
    const cells = fromRows(block, (await excel.read(toA1(block.rect), VALUES)) as number[][]);
    const values = valuesOf(network, block);
    cells.forEach((cell, index) =>
      expect(Math.abs(cell - values[index])).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(cell))),
    );
  }
}

test('200 steps from a fresh notebook tell 7 from not-7 on digits of other seeds', async () => {
  const before = await accuracy(2024, 1000);
  await excel.press('Run');
  await runEnded(excel);
  expect(await number(excel, STEP)).toBe(200);
  const after = [await accuracy(2024, 1000), await accuracy(77, 1000)];
  console.log(
    `accuracy before training ${before}, after 200 steps ${after.join(' and ')} (1,000 digits of seed 2024, of seed 77)`,
  );
  expect(Math.min(...after)).toBeGreaterThanOrEqual(0.95);
  await expectConsistent();
  expect(await messages(excel)).toBe('');
});

test('Run makes as many steps as its cell says, the same as so many presses of Step', async () => {
  await excel.type(STEPS_PER_RUN, 3, VALUES);
  await excel.press('Run');
  await runEnded(excel);
  const run = await excel.read('AD11:AF13');
  await excel.press('Reset');
  for (let step = 0; step < 3; step++) await excel.press('Step');
  expect(await excel.read('AD11:AF13')).toEqual(run);
});

test('Stop ends a run on the state of the last finished step', async () => {
  await excel.type(STEPS_PER_RUN, 100000, VALUES);
  await excel.ribbonButton('Run').click();
  await excel.pane.getByRole('progressbar').waitFor();
  await stepsLater(excel, 1);
  await excel.ribbonButton('Stop').click();
  await runEnded(excel);
  const steps = await number(excel, STEP);
  expect(steps).toBeGreaterThan(0);
  expect(steps).toBeLessThan(100000);
  await expectConsistent();
  // Nothing goes on behind the scenes, and the notebook goes on from here.
  expect(await number(excel, STEP)).toBe(steps);
  await excel.press('Step');
  expect(await number(excel, STEP)).toBe(steps + 1);
});

test('what is typed during a run takes effect in it', async () => {
  await excel.type(STEPS_PER_RUN, 100000, VALUES);
  await excel.goTo('EW4');
  await excel.ribbonButton('Run').click();
  await excel.pane.getByRole('progressbar').waitFor();
  await excel.goTo('EW4');
  await excel.page.keyboard.type('0');
  await excel.page.keyboard.press('Enter');
  const rate = excel.pane.getByRole('textbox', { name: 'Learning rate' });
  await excel.until('the run has heard of it', async () => (await rate.inputValue()) === '0');
  const resting = await excel.read('DN4:EJ26');
  await stepsLater(excel, 10);
  // With a learning rate of 0 the weights rest while the steps go on.
  expect(await excel.read('DN4:EJ26')).toEqual(resting);
  await excel.ribbonButton('Stop').click();
  await runEnded(excel);
  expect(await number(excel, 'EW4')).toBe(0);
  await expectConsistent();
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
  await expectConsistent();
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
