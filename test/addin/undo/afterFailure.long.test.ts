/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { settle } from '../order/settle';
import { expectConsistent } from '../support/consistent';
import { failing, FAULTS } from '../support/failing';
import { openNotebook, type Sheet } from '../support/sheet';

// Excel never tells of a write that it refused: what a person undoes next is not to be taken for it.
let sheet: Sheet;
beforeAll(async () => (sheet = await openNotebook(TINY)));
afterAll(() => sheet.close());

async function expectWholeAfterUndo(): Promise<void> {
  await settle(sheet, [sheet.undo()]);
  await sheet.session.perform(sheet.session.changes.hide);
  await expectConsistent(sheet, TINY, 'Tiny');
}

describe.each(['values', 'gradient formulas'])('where %s are shown', (shown) => {
  beforeAll(async () => {
    if (shown !== 'values') await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
  });

  test.each(FAULTS)('an answer %s, and then undone', async (fault) => {
    for (let at = 0, isOver = false, value = 1; !isOver; at++, value++) {
      const restore = failing(at, fault);
      await settle(sheet, [sheet.type('H5', value, 'Tiny')]);
      isOver = !restore();
      await expectWholeAfterUndo();
    }
  });

  test.each(FAULTS)('what was typed while a Step wrote, an answer %s, and then undone', async (fault) => {
    for (let at = 0, isOver = false, value = 1; !isOver; at++, value++) {
      const restore = failing(at, fault);
      await settle(sheet, [sheet.session.perform(STEP), sheet.type('H5', value, 'Tiny')]);
      isOver = !restore();
      await expectWholeAfterUndo();
    }
  });
});
