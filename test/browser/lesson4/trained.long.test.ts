import { digitAt } from '../../../src/data/digits';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { expectConsistent, networkOfCells } from './consistent';
import { messages, number, runEnded, STEP, STEPS_PER_RUN, stepsLater, VALUES } from './lesson4';

let excel: EmbeddedWorkbook;
// A new workbook each.
beforeEach(async () => {
  excel = await openWorkbook();
});
afterEach(() => excel.close());

/** Share of digits of another seed, half of them sevens, that the weights in the cells tell right. */
async function accuracy(seed: number, count: number): Promise<number> {
  const network = await networkOfCells(excel, count);
  const sevens = Array.from({ length: count }, (_, index) => {
    const { pixels, label } = digitAt(seed, index, { positive: 7 });
    network.input.set(pixels, index * pixels.length);
    return label === 7;
  });
  network.forward();
  const logits = network.activations.get('logits')!;
  return sevens.filter((seven, index) => logits[index] > 0 === seven).length / count;
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
  await expectConsistent(excel);
  expect(await messages(excel)).toBe('');
});

test('Step back takes the last step back, also one of a run; advice is given where a rate is too high', async () => {
  const filters = () => excel.read('AD11:AF13', VALUES);
  await excel.press('Step');
  const first = await filters();
  await excel.type(STEPS_PER_RUN, 3, VALUES);
  await excel.press('Run');
  await runEnded(excel);
  for (let step = 3; step >= 1; step--) {
    await excel.press('Step back');
    expect(await number(excel, STEP)).toBe(step);
  }
  expect(await filters()).toEqual(first);
  await expectConsistent(excel);
  await excel.type('EW4', 50, VALUES);
  await excel.press('Step');
  const advice = excel.pane.getByRole('group', { name: 'Advice' });
  await advice.waitFor();
  await advice.getByRole('button', { name: /^Go to / }).click();
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
  await expectConsistent(excel);
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
  await expectConsistent(excel);
});
