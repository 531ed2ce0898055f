/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { NEXT_IMAGE, RESET, STEP } from '../../../../src/addin/commands/train';
import fc from 'fast-check';
import { toA1 } from '../../../../src/notebook/sheet/address';
import { planNotebook } from '../../../../src/notebook/layout/planNotebook';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { expectAgreement } from '../../../notebook/formulas/support/agree';
import { runs } from '../../../support/runs';
import { readSheets } from '../../support/computed';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
let id = '';
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  id = await Excel.run(async (context) => {
    const values = context.workbook.worksheets.getItem('Tiny');
    values.load('id');
    await context.sync();
    return values.id;
  });
  // None of the orders is to take back the drawing of the notebook.
  sheet.excel.book.grid.forgetUndo();
});
afterAll(() => sheet.close());

const cellOf = (name: string) =>
  toA1(planNotebook(TINY).sheets.values.blocks.find((block) => block.name === name)!.rect);
const OPTIMISER = cellOf('optimiser.name');
const MODE = cellOf('notebook.mode');

const command = fc.oneof(
  fc.constantFrom('values', 'gradients', 'step', 'reset', 'next', 'undo').map((what) => ({ do: what })),
  fc.record({ do: fc.constant('block'), address: fc.constantFrom('L4', 'L13', 'Q3', 'AE3', 'AK3', 'AK6') }),
  fc.record({
    do: fc.constant('type'),
    address: fc.constantFrom('I6', 'H9', 'U4', 'AC4', 'C3:D4', 'AN5'),
    value: fc.oneof(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.constantFrom<number | string>(1, 4, 'x', ''),
    ),
  }),
  fc.record({
    do: fc.constant('type'),
    address: fc.constantFrom(OPTIMISER, MODE),
    value: fc.constantFrom('Adam', 'SGD', 'evaluate', 'train'),
  }),
  fc.record({
    do: fc.constant('type'),
    address: fc.constantFrom('L3', 'L4:M5', 'Q12', 'AE4', 'AG3', 'AK3', 'AK6'),
    value: fc.constantFrom<number | string>(7, 'y', ''),
  }),
);

interface Command {
  readonly do: string;
  readonly address?: string;
  readonly value?: number | string;
}

async function perform({ do: what, address = '', value = '' }: Command): Promise<void> {
  const { session } = sheet;
  if (what === 'values' || what === 'gradients') await session.perform(session.formulas.toggle(what));
  else if (what === 'step') await session.perform(STEP);
  else if (what === 'reset') await session.perform(RESET);
  else if (what === 'next') await session.perform(NEXT_IMAGE);
  else if (what === 'undo') await sheet.undo();
  else if (what === 'type') await sheet.type(address, value, 'Tiny');
  else {
    session.selection.select({ sheet: id, address: address });
    await session.perform(session.formulas.toggleSelected);
  }
}

/** Good numbers wherever a number may have gone wrong. */
async function heal(): Promise<void> {
  for (const [address, allowed] of WORDS) {
    const [[word]] = await sheet.read(address, 'Tiny');
    if (!allowed.includes(String(word))) await sheet.type(address, allowed[0], 'Tiny');
  }
  const [[batchSize]] = await sheet.read('AN5', 'Tiny');
  if (batchSize !== 1) await sheet.type('AN5', 4, 'Tiny');
  await sheet.session.perform(RESET);
  await sheet.session.perform(NEXT_IMAGE);
}

const WORDS: readonly (readonly [string, readonly string[]])[] = [
  [OPTIMISER, ['Momentum', 'Adam', 'SGD']],
  [MODE, ['train', 'evaluate']],
];

/** Formulas wherever they are to be, and nowhere else; every cell, formula or value, what the engine computes. */
async function expectAllRight(): Promise<void> {
  expect(sheet.session.store.get().errors).toEqual([]);
  const { cells, trainer } = await readSheets(TINY, 'Tiny');
  const { formulas } = sheet.session.store.get().notebook!;
  const has = (name: string) =>
    cells.some(({ key, block, formulas: own }) => `${key} ${block.name}` === name && own);
  if (formulas.values) expect(has('values conv1.map1')).toBe(true);
  expect(has('gradients conv1.map1')).toBe(formulas.gradients);
  expect(has('gradients conv1.filter1.bias')).toBe(formulas.gradients && trainer.settings.batchSize === 1);
  expectAgreement(
    cells
      .filter(({ block }) => isKnown(block.name))
      .map((each) => ({ formulas: each.values.map(String), ...each })),
    trainer,
  );
}

/** Words of the pane's own, and settings, are not computed. */
function isKnown(name: string): boolean {
  return !/^(notebook\.(message|data)|sgd|optimiser|schedule|notebook\.(seed|image|epochs|validation|mode))/.test(
    name,
  );
}

test('whatever is pressed, typed and undone, formulas and values say the same as the engine', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 8 }), async (commands) => {
      for (const each of commands) await perform(each);
      await heal();
      await expectAllRight();
      await sheet.session.perform(STEP);
      await expectAllRight();
    }),
    { numRuns: runs(3, 12) },
  );
});
