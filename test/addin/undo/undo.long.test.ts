/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { NEXT_IMAGE, RESET, STEP } from '../../../src/addin/commands/train';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { UNDO_TOLD } from '../../../src/workbook/behaviour/undoTold';
import { expectConsistent } from '../support/consistent';
import { requestsOf } from '../support/requests';
import { openLesson4, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
});
afterAll(() => sheet.close());

const MAP = 'AH3:BG28';
const STEPS = 'EW11';
const PAGE = 'A1:EX60';

const consistent = () => expectConsistent(sheet, LESSON_4, 'Lesson 4');
const notice = () => sheet.session.store.get().notice;
const written = async (act: () => Promise<unknown>) =>
  (await requestsOf(act)).filter(({ sets }) => sets.length > 0).length;

describe.each(UNDO_TOLD.readings)('undoTold:%s', (undoTold) => {
  beforeEach(() => sheet.behave({ undo: 'recorded', undoTold }));

  test('a typed filter cell: the first undo takes back what follows, the second the cell; redo brings it again', async () => {
    const before = await sheet.read(PAGE);
    await sheet.type('AE12', 2);
    const after = await sheet.read(PAGE);
    expect(await written(sheet.undo)).toBe(0);
    expect(await sheet.read(MAP)).toEqual(before.slice(2, 28).map((row) => row.slice(33, 59)));
    expect(await sheet.read('AE12')).toEqual([[2]]);
    expect(notice()).toContain('Press Ctrl+Z again');
    expect(await written(sheet.undo)).toBe(0);
    expect(await sheet.read(PAGE)).toEqual(before);
    expect(notice()).toBeUndefined();
    await consistent();
    await sheet.redo();
    expect(await sheet.read(PAGE)).toEqual(after);
    await consistent();
    await sheet.undo();
    await sheet.undo();
    expect(await sheet.read(PAGE)).toEqual(before);
  });

  test('whatever was undone half, any command computes it again', async () => {
    await sheet.type('AE12', 3);
    await sheet.undo();
    await sheet.session.perform(STEP);
    await consistent();
    await sheet.type('AE12', 4);
    await sheet.undo();
    await sheet.type('AF11', 0.5);
    await consistent();
  });

  test('steps are undone and redone one by one, and the next step goes on from what the cells hold', async () => {
    const pages = [await sheet.read(PAGE)];
    for (let step = 0; step < 3; step++) {
      await sheet.session.perform(STEP);
      pages.push(await sheet.read(PAGE));
    }
    const [[count]] = await sheet.read(STEPS);
    for (const page of [pages[2], pages[1]]) {
      expect(await written(sheet.undo)).toBe(0);
      expect(await sheet.read(PAGE)).toEqual(page);
      await consistent();
    }
    expect(sheet.session.store.get().notebook?.step).toBe(Number(count) - 2);
    expect(await written(sheet.redo)).toBe(0);
    expect(await sheet.read(PAGE)).toEqual(pages[2]);
    await sheet.session.perform(STEP);
    expect(await sheet.read(PAGE)).toEqual(pages[3]);
    await consistent();
  });

  test('another predicted word, and a message, are no end of undoing', async () => {
    const before = await sheet.read(PAGE);
    await sheet.type('EN4', 9);
    await sheet.type('DN4:DY15', 60);
    await sheet.type('AE12', 'x');
    expect(sheet.session.store.get().errors).not.toEqual([]);
    expect(await sheet.read(PAGE)).not.toEqual(before);
    const writes = [];
    for (let press = 0; press < 6; press++) writes.push(await written(sheet.undo));
    expect(writes).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await sheet.read(PAGE)).toEqual(before);
    expect(sheet.session.store.get().errors).toEqual([]);
    await consistent();
  });

  test('text over a computed cell, while a weight holds text, too, is no end of undoing', async () => {
    const before = await sheet.read(PAGE);
    await sheet.session.perform(STEP);
    await sheet.type('AF13', 'x');
    await sheet.type('EN4', 'y');
    const writes = [];
    for (let press = 0; press < 5; press++) writes.push(await written(sheet.undo));
    expect(writes).toEqual([0, 0, 0, 0, 0]);
    expect(await sheet.read(PAGE)).toEqual(before);
    expect(sheet.session.store.get().errors).toEqual([]);
    await consistent();
  });

  test.each([
    ['Step', () => sheet.session.perform(STEP)],
    ['Reset', () => sheet.session.perform(RESET)],
    ['an edit', () => sheet.type('AE12', 5)],
  ])('text that undo brought back over the step counter gives way to %s', async (_, act) => {
    await sheet.type(STEPS, 'y');
    await sheet.undo();
    expect(await sheet.read(STEPS)).toEqual([['y']]);
    await act();
    expect(sheet.session.store.get().errors).toEqual([]);
    await consistent();
  });

  test('the next image is undone at once', async () => {
    const before = await sheet.read(PAGE);
    await sheet.session.perform(NEXT_IMAGE);
    expect(await written(sheet.undo)).toBe(0);
    expect(await sheet.read(PAGE)).toEqual(before);
    await consistent();
    await sheet.session.perform(NEXT_IMAGE);
    await consistent();
  });
});

test('undo:cleared, an answered edit cannot be undone, and undo changes nothing', async () => {
  sheet.behave({ undo: 'cleared' });
  await sheet.type('AE12', 7);
  const page = await sheet.read(PAGE);
  await sheet.undo();
  expect(await sheet.read(PAGE)).toEqual(page);
  await consistent();
});
