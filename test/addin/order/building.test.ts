/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import fc from 'fast-check';
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { setTo } from '../../../src/addin/commands/train';
import { readRecords } from '../../../src/excel/notebook/notebookRecord';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { runs } from '../../support/runs';
import { expectConsistent } from '../support/consistent';
import { openNotebook, type Sheet } from '../support/sheet';
import { lastTyped, orders, play, type Deed } from './atOnce';
import { BACK, LOOKS, RETURNS, STEPS, typed } from './deeds';

// Networks are built while the one before is still trained, typed into and looked at.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

const NUM_RUNS = runs(2, 12);
const state = () => sheet.session.store.get();

async function begin(rate: number): Promise<void> {
  const { session } = sheet;
  await sheet.clear();
  await session.perform(newNotebook(TINY));
  await session.perform(setTo('stepsPerRun', 12));
  await session.perform(setTo('learningRate', rate));
  await session.perform(session.models.show);
  await sheet.activate('Tiny');
  expect(state().errors).toEqual([]);
}

/** Row 11 of the table is the convolution: C is its number of filters, H its activation. */
const inTable = (address: string, value: number | string): Deed => ({
  name: `table ${address} = ${value}`,
  act: () => sheet.type(address, value, 'Tiny model'),
});
const BUILD: Deed = { name: 'Build', act: ({ session }) => session.perform(session.models.build) };
const AGREE: Deed = {
  name: 'Build anyway',
  act: async ({ session }) => session.store.get().question?.answer(),
};
const BUILDS = [inTable('H11', 'tanh'), inTable('H11', 'ReLU'), BUILD, BUILD, AGREE];
const RESHAPES = [inTable('C11', 3), inTable('C11', 1), inTable('C11', 2)];

/** Weights, which Build keeps where their layer keeps its shape. */
const kept = ['H5', 'I6', 'J7', 'H9', 'H14', 'I15', 'T3', 'AC4'].flatMap((address) => [
  typed(address, 0.25),
  typed(address, 3),
]);

/** The network as the workbook has it. */
const built = (): Promise<NotebookSpec> =>
  Excel.run(async (context) => (await readRecords(context)).records[0].spec);

async function expectWhole(): Promise<void> {
  await sheet.session.perform(sheet.session.changes.hide);
  await expectConsistent(sheet, await built(), 'Tiny');
}

test('what is typed stays, also while the network is built anew', async () => {
  await fc.assert(
    fc.asyncProperty(orders([...kept, ...BUILDS, ...STEPS, ...LOOKS], 10), async (order) => {
      await begin(0);
      await play(sheet, order);
      for (const [address, value] of lastTyped(order))
        expect([address, await sheet.read(address, 'Tiny')]).toEqual([address, [[value]]]);
      await expectWhole();
    }),
    { numRuns: NUM_RUNS },
  );
});

test('whatever is built, undone and typed at once, the cells are those of the network that stands there', async () => {
  const deeds = [...kept, ...BUILDS, ...BUILDS, ...RESHAPES, ...STEPS, BACK, ...LOOKS, ...RETURNS];
  await fc.assert(
    fc.asyncProperty(orders(deeds, 12), async (order) => {
      await begin(0.05);
      await play(sheet, order);
      await expectWhole();
    }),
    { numRuns: NUM_RUNS },
  );
});
