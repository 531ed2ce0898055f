import { loadKernels } from '../../../../src/engine/kernels';
import { explainCell, type Explanation } from '../../../../src/notebook/explain';
import { planNotebook } from '../../../../src/notebook/layout/planNotebook';
import { BATCH_NORM, TINY } from '../../../../src/notebook/presets/smallStarters';
import { isText, valueCount, type Block } from '../../../../src/notebook/sheet/block';
import { initialParameters } from '../../../../src/notebook/sheet/initialise';
import { SHEET_KEYS, type PlannedBlock, type SheetKey } from '../../../../src/notebook/sheet/plan';
import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import { Trainer } from '../../../../src/training/trainer';
import { cellIn } from '../../../notebook/explain/support/scene';

function firstOfEachKind(blocks: readonly PlannedBlock[]): readonly PlannedBlock[] {
  const kinds = blocks.map(({ role, name }) => `${role} ${name.split('.')[0]}`);
  return blocks.filter((_, index) => kinds.indexOf(kinds[index]) === index);
}

/** What is said of a cell of each kind of block, the last one, and how often the images beside the page's were asked for. */
async function explained(
  spec: NotebookSpec,
  isAhead: boolean,
): Promise<{ said: Explanation[]; asked: number; cells: number }> {
  const trainer = new Trainer(spec, undefined, await loadKernels());
  trainer.compute();
  trainer.train();
  const plan = planNotebook(spec);
  const said: Explanation[] = [];
  let [asked, cells] = [0, 0];
  for (const key of SHEET_KEYS)
    for (const block of firstOfEachKind(plan.sheets[key].blocks)) {
      if (isText(block)) continue;
      let isAsked = false;
      trainer.compute();
      if (isAhead) trainer.revealBatch();
      const context = {
        plan,
        numbers: trainer,
        placeOf: (_: SheetKey, { rect }: Block) => rect,
        revealBatch: () => {
          isAsked = true;
          trainer.revealBatch();
        },
        firstWeights: () => initialParameters(spec, trainer.settings.seed),
      };
      said.push(explainCell(context, cellIn(block, key, valueCount(block) - 1)));
      cells++;
      if (isAsked) asked++;
    }
  return { said, asked, cells };
}

test.each([TINY, BATCH_NORM])(
  '$title: the other images of the batch are computed where an explanation needs them',
  async (spec) => {
    const lazy = await explained(spec, false);
    const eager = await explained(spec, true);
    expect(lazy.said).toEqual(eager.said);
    expect(lazy.asked).toBeGreaterThan(0);
    expect(lazy.asked).toBeLessThan(lazy.cells);
  },
);
