import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import type { SheetKey } from '../../../src/notebook/sheet/plan';

/** What stands in the first cell of a sheet beside the values. */
const first = (key: SheetKey) =>
  planNotebook(LESSON_4).sheets[key].labels.find(({ row, column }) => row === 0 && column === 0)!.text;

test('a sheet whose first numbers lie right of the window says where they begin', () => {
  expect(first('next')).toBe('Each weight after the next step (from AD11 on)');
  expect(first('rotated')).toMatch(/^Filters rotated by 180° \(from [A-Z]+\d+ on\)$/);
  expect(first('velocities')).toMatch(
    /^Memory of the optimiser, one for each weight \(from AD11 on\)\. Momentum/,
  );
  expect(first('secondMoments')).toContain('(from AD11 on)');
});

test('the sheet of gradients begins with a block', () => {
  const { blocks } = planNotebook(LESSON_4).sheets.gradients;
  expect(blocks[0].rect).toMatchObject({ row: 1, column: 0 });
});
