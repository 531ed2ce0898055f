import fc from 'fast-check';
import { overlap, type Rect } from '../../../src/notebook/sheet/address';
import { labelsAt } from '../../../src/notebook/glossary/labelAt';
import { type SheetPlan } from '../../../src/notebook/sheet/plan';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';

const TINY_SHEET = planNotebook(TINY).sheets.values;
const LESSON_4_SHEET = planNotebook(LESSON_4).sheets.values;

/** Where everything stands after rows and columns were inserted: before those that `at` names, `by` of them. */
interface Insertion {
  readonly side: 'row' | 'column';
  readonly at: number;
  readonly by: number;
}

function shifted<T extends Pick<Rect, 'row' | 'column'>>(place: T, insertions: readonly Insertion[]): T {
  return insertions.reduce(
    (now, { side, at, by }) => (now[side] >= at ? { ...now, [side]: now[side] + by } : now),
    place,
  );
}

/** Blocks that were torn apart stand nowhere that is known. */
function placesAfter(sheet: SheetPlan, insertions: readonly Insertion[]) {
  const places = new Map<string, Rect>();
  for (const { name, rect } of sheet.blocks) {
    const end = { row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1 };
    const [first, last] = [shifted(rect, insertions), shifted(end, insertions)];
    places.set(name, { ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 });
  }
  return (name: string) => places.get(name);
}

test('where nothing was inserted every word is found in its cell, for sure where blocks are behind it', () => {
  for (const sheet of [TINY_SHEET, LESSON_4_SHEET]) {
    const placeOf = placesAfter(sheet, []);
    const right = Math.max(...sheet.blocks.map(({ rect }) => rect.column + rect.columns));
    const bottom = Math.max(...sheet.blocks.map(({ rect }) => rect.row + rect.rows));
    for (const label of sheet.labels) {
      // No block behind the meaning of a setting, or below the legend, tells whether it has moved: its text does.
      const isSure = label.column < right && label.row < bottom;
      const found = labelsAt(sheet, placeOf, label);
      expect(found.isSure).toBe(isSure);
      if (isSure) expect(found.labels).toEqual([label]);
      else expect(found.labels).toContain(label);
    }
  }
});

test('no word is found in the cells of a block', () => {
  const { blocks } = TINY_SHEET;
  const placeOf = placesAfter(TINY_SHEET, []);
  for (const { rect } of blocks) expect(labelsAt(TINY_SHEET, placeOf, rect).labels).toEqual([]);
});

test('a heading moves with the columns of its block', () => {
  // Two columns before the filters of conv1, column AD.
  const placeOf = placesAfter(LESSON_4_SHEET, [{ side: 'column', at: 29, by: 2 }]);
  const conv1 = LESSON_4_SHEET.labels.find(({ text }) => text === 'Conv1')!;
  expect(labelsAt(LESSON_4_SHEET, placeOf, { row: 0, column: 35 })).toEqual({
    labels: [conv1],
    isSure: true,
  });
  expect(labelsAt(LESSON_4_SHEET, placeOf, { row: 0, column: 33 }).labels).toEqual([]);
});

test('a row inserted between headings and blocks leaves it to the text which row is that of the headings', () => {
  const placeOf = placesAfter(LESSON_4_SHEET, [{ side: 'row', at: 1, by: 1 }]);
  for (const row of [0, 1]) {
    const { labels, isSure } = labelsAt(LESSON_4_SHEET, placeOf, { row, column: 33 });
    expect(labels.map(({ text }) => text)).toEqual(['Conv1']);
    expect(isSure).toBe(false);
  }
});

test('where blocks were never looked at, words are where they were drawn', () => {
  const conv1 = LESSON_4_SHEET.labels.find(({ text }) => text === 'Conv1')!;
  expect(labelsAt(LESSON_4_SHEET, () => undefined, conv1)).toEqual({ labels: [conv1], isSure: true });
});

const anyInsertion = fc.record({
  side: fc.constantFrom<Insertion['side'][]>('row', 'column'),
  at: fc.integer({ min: 0, max: 40 }),
  by: fc.integer({ min: 1, max: 3 }),
});

test('whatever is inserted, a word is among those that its cell may hold, and never surely somewhere else', () => {
  fc.assert(
    fc.property(fc.array(anyInsertion, { maxLength: 4 }), fc.nat(), (insertions, choice) => {
      const placeOf = placesAfter(TINY_SHEET, insertions);
      const label = TINY_SHEET.labels[choice % TINY_SHEET.labels.length];
      const now = shifted(label, insertions);
      const found = labelsAt(TINY_SHEET, placeOf, now);
      expect(found.labels).toContain(label);
      if (found.isSure) expect(found.labels).toEqual([label]);
    }),
  );
});

test('a cell of a block is never surely a word, whatever is inserted', () => {
  fc.assert(
    fc.property(fc.array(anyInsertion, { maxLength: 3 }), fc.nat(), (insertions, choice) => {
      const placeOf = placesAfter(TINY_SHEET, insertions);
      const whole = TINY_SHEET.blocks.filter(
        ({ name, rect }) => placeOf(name)!.rows === rect.rows && placeOf(name)!.columns === rect.columns,
      );
      if (whole.length === 0) return;
      const { name } = whole[choice % whole.length];
      const cell = { ...placeOf(name)!, rows: 1, columns: 1 };
      expect(whole.some((block) => overlap(placeOf(block.name)!, cell))).toBe(true);
      const { labels, isSure } = labelsAt(TINY_SHEET, placeOf, cell);
      if (isSure) expect(labels).toEqual([]);
    }),
  );
});
