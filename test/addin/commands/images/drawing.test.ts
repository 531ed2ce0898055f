/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { drawPixels } from '../../../../src/addin/commands/images/drawing';
import { STEP } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();
const page = () => sheet.read('A2:F7', 'Tiny');
const bar = Float64Array.from({ length: 36 }, (_, pixel) => (pixel % 6 === 2 ? 1 : 0));

test('a drawing stands on the page, and Undo gives the image back that stood there', async () => {
  const [before, { probabilities }] = [await page(), state().notebook!];
  await sheet.session.perform(drawPixels(bar));
  expect(await page()).toEqual(Array.from({ length: 6 }, () => [0, 0, 1, 0, 0, 0]));
  expect(state().notice).toContain('Your drawing is on the page');
  await state().undo!();
  expect(await page()).toEqual(before);
  expect(state().notebook!.probabilities).toEqual(probabilities);
  expect(state().notice).toBe('The previous image is on the page again.');
});

test('what is predicted for a drawing is what the page shows once it is put there, also after a step', async () => {
  for (let round = 0; round < 2; round++) {
    const page = await sheet.read('A1:CZ60', 'Tiny');
    const prediction = sheet.session.drawing.predict(bar)!;
    expect(await sheet.read('A1:CZ60', 'Tiny')).toEqual(page);
    await sheet.session.perform(drawPixels(bar));
    const { probabilities, predicted } = state().notebook!;
    expect(prediction.predicted).toBe(predicted);
    expect([...prediction.probabilities]).toEqual([...probabilities].map((each) => expect.closeTo(each, 12)));
    await sheet.session.perform(STEP);
  }
});

test('a drawing of another size is no image of this network', () => {
  expect(sheet.session.drawing.predict(new Float64Array(25))).toBeUndefined();
});

test('an empty paper is refused, and nothing can be undone', async () => {
  await sheet.session.perform(drawPixels(new Float64Array(36)));
  expect(state().errors).toEqual(['The paper is empty. Draw something first.']);
  expect(state().undo).toBeUndefined();
});
