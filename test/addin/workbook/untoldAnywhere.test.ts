/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import fc from 'fast-check';
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { setTo, STEP } from '../../../src/addin/commands/train';
import { sites, type Site } from '../../../src/excel/read/site';
import { BYTES } from '../../../src/excel/requests';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { STARTERS } from '../../../src/notebook/presets';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { SMALL_CONVNET } from '../../../src/notebook/presets/smallConvnet';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { cellRect, toA1 } from '../../../src/notebook/sheet/address';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { isLong, runs } from '../../support/runs';
import { expectAsOpenedAnew } from '../support/consistent';
import { requestsOf, type Request } from '../support/requests';
import { openNotebook, type Sheet } from '../support/sheet';

// Macros and other programs change cells that nobody has selected, and Excel does not always tell.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
beforeEach(() => sheet.behave({ edits: 'told' }));
afterEach(async () => {
  jest.restoreAllMocks();
  await sheet.clear();
});
afterAll(() => sheet.close());

/** A cell of a block, and what somebody writes into it. */
interface Change {
  readonly site: Site;
  readonly index: number;
  readonly value: number;
}

/** A cell of any sheet that is there and may be typed into, settings aside. */
function anyTypedCell(spec: NotebookSpec): fc.Arbitrary<Change> {
  const blocks = sites(planNotebook(spec, spec.title)).filter(
    ({ key, block }) =>
      block.editable && block.source.kind !== 'setting' && (key === 'values' || key === 'velocities'),
  );
  return fc.record({
    site: fc.constantFrom(...blocks),
    index: fc.nat(),
    // Differences that Excel does not keep are none.
    value: fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000),
  });
}

function addressOf({ site: { block }, index }: Change): string {
  const { rect, jump } = block;
  const columns = Math.ceil(rect.columns / jump);
  const row = Math.floor(index / columns) % Math.ceil(rect.rows / jump);
  return toA1(cellRect(rect.row + row * jump, rect.column + (index % columns) * jump));
}

async function changeUntold(spec: NotebookSpec, change: Change): Promise<void> {
  const { name } = planNotebook(spec, spec.title).sheets[change.site.key];
  sheet.behave({ edits: 'untold' });
  await sheet.paste(addressOf(change), [[change.value]], name);
}

/** A Step is what it would be had the workbook just been opened. */
async function expectStepFromCells(
  spec: NotebookSpec,
  press: (step: () => Promise<void>) => Promise<void> = (step) => step(),
): Promise<void> {
  await expectAsOpenedAnew(sheet, spec, spec.title, {
    press: () => press(() => sheet.session.perform(STEP)),
    train: (trainer) => trainer.train(),
  });
  expect(sheet.session.store.get().errors).toEqual([]);
}

/** The long run has all of them. */
const STARTS = isLong ? STARTERS : STARTERS.filter(({ spec }) => [LESSON_4, TINY].includes(spec));

test.each(STARTS)(
  '$name: any typed cell that changes untold is what the next Step uses',
  async ({ spec }) => {
    await sheet.session.perform(newNotebook(spec));
    await fc.assert(
      fc.asyncProperty(anyTypedCell(spec), async (change) => {
        await changeUntold(spec, change);
        await expectStepFromCells(spec);
      }),
      { numRuns: runs(1, 2), endOnFailure: true },
    );
  },
);

const DENSE = sites(planNotebook(SMALL_CONVNET, SMALL_CONVNET.title)).find(
  ({ block }) => block.role === 'weights',
)!;

/** A larger page takes its time: the long run has these. */
if (isLong) {
  test('a macro that fills all dense weights of a larger page is heard of by the next Step', async () => {
    await sheet.session.perform(newNotebook(SMALL_CONVNET));
    const { rect } = DENSE.block;
    sheet.behave({ edits: 'untold' });
    const rows = Array.from({ length: rect.rows }, (_, row) =>
      Array.from({ length: rect.columns }, (__, column) => Math.sin(row + 7 * column)),
    );
    await sheet.paste(toA1(rect), rows, SMALL_CONVNET.title);
    await expectStepFromCells(SMALL_CONVNET);
  });

  test('where one answer does not hold all that may be typed into, several do', async () => {
    await sheet.session.perform(newNotebook(SMALL_CONVNET));
    await changeUntold(SMALL_CONVNET, { site: DENSE, index: 0, value: 0.5 });
    // Four thousand cells are a large answer, then.
    jest.replaceProperty(BYTES, 'number', 1000 as 25);
    const requests: Request[] = [];
    await expectStepFromCells(SMALL_CONVNET, async (step) => void requests.push(...(await requestsOf(step))));
    expect(Math.max(...requests.map(({ read }) => read))).toBeLessThanOrEqual(4000);
    expect(requests.reduce((sum, { read }) => sum + read, 0)).toBeGreaterThan(15_000);
  });
}

test('a run begins with what is in the cells', async () => {
  await sheet.session.perform(newNotebook(SMALL_CONVNET));
  await sheet.session.perform(setTo('stepsPerRun', 1));
  await changeUntold(SMALL_CONVNET, { site: DENSE, index: 0, value: 0.5 });
  await expectStepFromCells(SMALL_CONVNET, () => sheet.session.perform(sheet.session.runs.run));
});
