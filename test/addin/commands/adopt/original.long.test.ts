/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import { ADOPT } from '../../../../src/addin/commands/adopt/adoptCommand';
import { STEP } from '../../../../src/addin/commands/train';
import { compile } from '../../../../src/engine/network';
import { isHere, originalFile, originalSheet } from '../../../notebook/adopt/support/original';
import { openNotebook, type Sheet } from '../../support/sheet';
import { contentsOf, typeSheet } from './support/typeSheet';

const NAME = 'conv-example';
let sheet: Sheet;

beforeAll(async () => {
  sheet = await openNotebook();
});
afterEach(() => sheet.clear());
afterAll(() => sheet.close());

for (const year of ['2016', '2022'] as const) {
  const title = `the sheet published in ${year} is adopted, and a step moves the weights in its own cells`;
  if (isHere(year)) test(title, () => adoptsAndSteps(year));
  else test.skip(`${title} (skipped: there is no ${originalFile(year)})`, () => adoptsAndSteps(year));
}

async function adoptsAndSteps(year: '2016' | '2022'): Promise<void> {
  const typed = originalSheet(year).contents();
  await typeSheet(sheet, NAME, typed);
  const [[before]] = await sheet.read('EN4', NAME);
  if (year === '2016') expect(before).toBeCloseTo(1814.9177220748, 9);

  await sheet.session.perform(ADOPT);
  expect(sheet.session.store.get().errors).toEqual([]);
  // Whatever stood there stands there.
  expect(await contentsOf(NAME, typed)).toEqual(typed);
  const { layers, remarks } = sheet.session.store.get().adoption!;
  expect(layers.map(({ name, where }) => `${name}: ${where}`)).toEqual([
    'input: A2:AB29',
    'conv1: filters AD11:AF13 and AD38:AF40; maps AH3:BG28 and AH32:BG57',
    'conv2: filters BI11:BK13, BI15:BK17, BI38:BK40, and BI42:BK44; maps BM4:CJ27 and BM33:CJ56',
    'maxpool: maps CM4:DI26 and CM33:DI55',
    'dense: weights DN4:EJ26 and DN33:EJ55; logits EN4',
  ]);
  expect(remarks.join('\n')).toMatch(/^conv2 is computed in CK4 to CK56, too/);
  expect(remarks.some((remark) => remark.startsWith('No ReLU'))).toBe(year === '2016');
  expect(await sheet.sheets()).toEqual(expect.arrayContaining([`${NAME} ∂`, `${NAME} v`]));

  const [weights, bottom] = [await sheet.read('AD11:AF13', NAME), await sheet.read('DN33:EJ55', NAME)];
  const gradients = await sheet.read('AD11:AF13', `${NAME} ∂`);
  await sheet.session.perform(STEP);
  expect(sheet.session.store.get().errors).toEqual([]);
  const after = await sheet.read('AD11:AF13', NAME);
  const [[rate]] = await sheet.read('EY4', NAME);
  // Momentum's memory was empty: w ← w − η · ∂.
  after.forEach((cells, row) =>
    cells.forEach((weight, column) => {
      const gradient = gradients[row][column] as number;
      expect(gradient).not.toBe(0);
      expect(weight).toBeCloseTo((weights[row][column] as number) - (rate as number) * gradient, 9);
    }),
  );
  expect(await sheet.read('DN33:EJ55', NAME)).not.toEqual(bottom);
  // Its own formulas have come to what the engine computes with the weights that stand there now.
  const [[shown]] = await sheet.read('EN4', NAME);
  expect(Math.abs(shown as number)).toBeLessThan(Math.abs(before as number));
  expect(shown).toBeCloseTo(await outputOf(year === '2022'), 8);
}

/** The output of a network with the numbers that the sheet holds, computed without any notebook. */
async function outputOf(relu: boolean): Promise<number> {
  const activation = relu ? 'relu' : 'none';
  const network = compile(
    {
      input: { channels: 1, height: 28, width: 28 },
      layers: [
        { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3], activation },
        { type: 'conv2d', name: 'conv2', filters: 2, kernel: [3, 3], activation },
        { type: 'maxPool2d', name: 'pool', size: [2, 2] },
        { type: 'flatten', name: 'flatten' },
        { type: 'dense', name: 'dense', units: 1 },
      ],
      loss: 'sigmoidCrossEntropy',
    },
    1,
  );
  const numbers = async (...addresses: string[]) =>
    (await Promise.all(addresses.map((address) => sheet.read(address, NAME))))
      .flat(2)
      .filter((cell): cell is number => typeof cell === 'number');
  network.input.set(await numbers('A2:AB29'));
  network.parameters.get('conv1.filters')!.set(await numbers('AD11:AF13', 'AD38:AF40'));
  network.parameters
    .get('conv2.filters')!
    .set(await numbers('BI11:BK13', 'BI15:BK17', 'BI38:BK40', 'BI42:BK44'));
  network.parameters.get('dense.weights')!.set(await numbers('DN4:EJ26', 'DN33:EJ55'));
  network.forward();
  return network.activations.get('dense')![0];
}
