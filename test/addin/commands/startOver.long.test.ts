/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { NEW_SEED, RESET, setTo, STEP } from '../../../src/addin/commands/train';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { BATCH_NORM, TINY } from '../../../src/notebook/presets/smallStarters';
import { cellRect, toA1 } from '../../../src/notebook/sheet/address';
import { everyCell } from '../support/everyCell';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());
afterEach(() => sheet.clear());

const state = () => sheet.session.store.get();
const press = (command: typeof STEP) => sheet.session.perform(command);

/** All cells of all sheets; the message aside, which is empty after a Step. */
async function cells(): Promise<unknown> {
  const { notice } = state();
  const text = JSON.stringify(await everyCell());
  return JSON.parse(notice ? text.replaceAll(JSON.stringify(notice), '""') : text);
}

const COMMANDS = [
  ['Reset', RESET, /^Back at step 0, with the first weights of seed 42\.$/],
  ['New seed', NEW_SEED, /^Seed \d+, at step 0: whatever is random was drawn anew/],
] as const;
const SPECS = [TINY, BATCH_NORM].map((spec) => [spec.title, spec] as const);

describe.each(COMMANDS)('%s', (_, command, said) => {
  test.each(SPECS)('%s: Undo brings back every number to the bit, and the curve', async (title, spec) => {
    const settings = { ...spec.settings, seed: 42, batchSize: 3 };
    await sheet.session.perform(newNotebook({ ...spec, settings }));
    await press(setTo('optimiser', 'Adam'));
    for (let step = 0; step < 3; step++) await press(STEP);
    // A pixel of a person's own.
    const [pixel] = planNotebook(spec).sheets.values.blocks.filter(({ role }) => role === 'input');
    await sheet.type(toA1(cellRect(pixel.rect.row, pixel.rect.column)), 0.25, title);
    expect(state().notebook!.pixels[0]).toBe(0.25);
    const [before, { history }] = [await cells(), state().notebook!];
    await press(command);
    expect(state().notice).toMatch(said);
    expect(state().notebook).toMatchObject({ step: 0 });
    expect(state().notebook!.history).toHaveLength(1);
    await state().undo!();
    expect(state()).toMatchObject({ errors: [], notice: 'The weights of step 3 are back.', undo: undefined });
    expect(await cells()).toEqual(before);
    expect(state().notebook).toMatchObject({ step: 3, history });
  });

  test('after Undo, training goes on as if nothing had happened', async () => {
    const settings = { ...TINY.settings, optimiser: 'Adam' as const, seed: 42 };
    const stepped: unknown[] = [];
    for (const isUndone of [false, true]) {
      await sheet.session.perform(newNotebook({ ...TINY, settings }));
      await press(STEP);
      await press(STEP);
      if (isUndone) {
        await press(command);
        await state().undo!();
      }
      await press(STEP);
      stepped.push(await cells());
      await sheet.clear();
    }
    expect(stepped[1]).toEqual(stepped[0]);
  });

  test('the offer to undo goes with whatever is done next', async () => {
    await sheet.session.perform(newNotebook({ ...TINY, settings: { seed: 42 } }));
    await press(command);
    await press(STEP);
    expect(state().undo).toBeUndefined();
  });
});
