import { toA1 } from '../../../src/notebook/sheet/address';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { NO_DENSE_LAYER, SMALL_CONVNET } from '../../../src/notebook/presets/smallConvnet';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { readSheets } from '../../addin/support/computed';
import { expectAgreement } from '../../notebook/formulas/support/agree';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { cellsOf } from './cells';

// A workbook for each: one that computes so many formulas is busy for minutes with every edit.
let w: EmbeddedWorkbook;
beforeEach(async () => {
  w = await openWorkbook({ blank: true });
});
afterEach(async () => {
  const { requests, errors } = w;
  await w.close();
  expect({ requests, errors }).toEqual({ requests: [], errors: [] });
});

test.each([
  ['Small convnet', SMALL_CONVNET],
  ['No dense layer', NO_DENSE_LAYER],
])(
  'every cell of the large start %s is what the engine makes of what a person may type',
  async (name, spec) => {
    await w.choose('New', name);
    await w.type(cellOf(spec, 'sgd.batch_size'), 1, name);
    await w.press('Show formulas');
    await w.press('Gradient formulas');
    const { cells, trainer } = await readSheets(spec, name, (...cells) => cellsOf(w, ...cells));
    expect(cells.filter(({ formulas }) => formulas).length).toBeGreaterThan(50);
    expectAgreement(cells, trainer);
  },
);

function cellOf(spec: NotebookSpec, name: string): string {
  return toA1(planNotebook(spec).sheets.values.blocks.find((block) => block.name === name)!.rect);
}
