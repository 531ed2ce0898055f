/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { STEP } from '../../../../src/addin/commands/train';
import { SEVERAL_LABELS, TINY } from '../../../../src/notebook/presets/smallStarters';
import { Explained } from '../../support/explained';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

const walks = () => sheet.session.walks;
const walk = () => sheet.session.store.get().walk;

function selected(): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    return range.address;
  });
}

test('it begins at the image, which it selects', async () => {
  await walks().start();
  expect(walk()).toMatchObject({ stop: 'digit', index: 0, count: 6, hasTask: false, sheet: 'Tiny' });
  expect(await selected()).toBe(`Tiny!${walk()!.address}`);
});

test('it notices that the weight was typed over, not that another was', async () => {
  await walks().goTo(1);
  const { address } = walk()!;
  const first = new Explained(sheet, TINY).addressOf('conv1.filter1.channel1');
  expect(first).not.toBe(address);
  await sheet.type(first, 0.5, 'Tiny');
  expect(walk()).toMatchObject({ stop: 'filter', hasTask: true, isDone: false });
  await sheet.type(address, 2, 'Tiny');
  expect(walk()).toMatchObject({ stop: 'filter', isDone: true });
});

test('it notices a step', async () => {
  await walks().goTo(3);
  expect(walk()!.isDone).toBe(false);
  await sheet.session.perform(STEP);
  expect(walk()).toMatchObject({ stop: 'step', isDone: true });
});

test('the gradient stands at the address of the weight, on its own sheet', async () => {
  await walks().goTo(1);
  const { address } = walk()!;
  await walks().goTo(4);
  expect(walk()).toMatchObject({ stop: 'gradient', address, sheet: 'Tiny ∂' });
  expect(await selected()).toBe(`'Tiny ∂'!${address}`);
});

test('left, it goes on where it was; at its end it is over', async () => {
  walks().leave();
  expect(walk()).toBeUndefined();
  await walks().start();
  expect(walk()!.stop).toBe('gradient');
  await walks().goTo(6);
  expect(walk()).toBeUndefined();
  await walks().start();
  expect(walk()!.stop).toBe('digit');
});

test('cells that have moved are found; another notebook ends it', async () => {
  await walks().goTo(1);
  const before = walk()!.address;
  await sheet.insertColumn(0, 'Tiny');
  await walks().goTo(1);
  expect(walk()!.address).not.toBe(before);
  expect(await selected()).toBe(`Tiny!${walk()!.address}`);
  await sheet.session.perform(newNotebook(SEVERAL_LABELS));
  expect(walk()).toBeUndefined();
});
