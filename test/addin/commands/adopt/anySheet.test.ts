/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import fc from 'fast-check';
import { ADOPT } from '../../../../src/addin/commands/adopt/adoptCommand';
import { RESET, STEP } from '../../../../src/addin/commands/train';
import { compile, type Network } from '../../../../src/engine/network';
import type { NetworkSpec } from '../../../../src/engine/spec';
import type { AdoptedCells } from '../../../../src/notebook/sheet/spec';
import { NAMES } from '../../../../src/notebook/layout/outputs';
import { anySheet, drawSheet, OTHER_SHEET, type DrawnSheet } from '../../../notebook/adopt/support/anySheet';
import { runs } from '../../../support/runs';
import { openNotebook, type Sheet } from '../../support/sheet';
import { contentsOf, typeSheet } from './support/typeSheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

test('any sheet that computes a network is adopted as it stands, and a step moves its weights as the engine does', async () => {
  await fc.assert(
    fc
      .asyncProperty(anySheet, async ({ network, writing }) => {
        // A name of this sheet cannot be used on another before it is there.
        const hasNames = writing.hasNames && writing.mask.place !== 'another sheet';
        const drawn = drawSheet(network, { ...writing, hasNames, hasBraces: false });
        const typed = drawn.grid.contents();
        const others = drawn.other.contents();
        const name = writing.sheet;
        await sheet.clear();
        if (others.length) await typeSheet(sheet, OTHER_SHEET, others);
        await typeSheet(sheet, name, typed, drawn.names);
        await sheet.session.perform(ADOPT);
        expect(sheet.session.store.get().errors).toEqual([]);
        expect(await contentsOf(name, typed)).toEqual(typed);

        // The masks that the sheet shows now, whatever it has drawn before.
        const before = await networkOf(network, drawn, name);
        await sheet.session.perform(STEP);
        expect(sheet.session.store.get().errors).toEqual([]);
        const after = await networkOf(network, drawn, name);
        const rate = Number((await named(name, 'sgd.learning_rate'))[0]);
        for (const [parameter, values] of after.parameters) {
          const gradients = before.gradients.get(parameter)!;
          const earlier = before.parameters.get(parameter)!;
          values.forEach((value, index) => {
            expect(Math.abs(value - (earlier[index] - rate * gradients[index]))).toBeLessThan(1e-9);
          });
        }
        // The sheet's own formulas have come to what the engine computes with these weights.
        const outputs = await Promise.all(drawn.outputs.map((address) => sheet.read(address, name)));
        const logits = after.activations.get('dense')!;
        outputs.flat(2).forEach((output, unit) => {
          expect(Math.abs(Number(output) - logits[unit])).toBeLessThan(
            1e-9 * Math.max(1, Math.abs(logits[unit])),
          );
        });

        await sheet.session.perform(RESET);
        expect(sheet.session.store.get().errors).toEqual([]);
        expect(await contentsOf(name, typed)).toEqual(typed);
      })
      .afterEach(() => sheet.clear()),
    { numRuns: runs(4, 15) },
  );
});

/** The network with the numbers that the sheet holds, and its gradients for the target that stands there. */
async function networkOf(spec: NetworkSpec, { cells, masks }: DrawnSheet, name: string): Promise<Network> {
  const network = compile(spec, 1);
  const numbersIn = async ({ at, jump, sheet: home = name }: AdoptedCells & { readonly sheet?: string }) => {
    const rows = await sheet.read(at, home);
    return rows.flatMap((row, y) => row.filter((_, x) => y % jump === 0 && x % jump === 0).map(Number));
  };
  const all = async (wanted: RegExp) => {
    const blocks = Object.keys(cells).filter((block) => wanted.test(block));
    return (await Promise.all(blocks.map((block) => numbersIn(cells[block])))).flat();
  };
  network.input.set(await all(/^input/));
  for (const [parameter, values] of network.parameters) {
    const [layer, word] = parameter.split('.');
    const wanted = { filters: 'filter.*channel', weights: 'unit.*channel', bias: '(filter.*)?bias' }[word]!;
    values.set(await all(new RegExp(`^${layer}\\.${wanted}`)));
  }
  for (const { kept, cells: drawn } of Object.values(masks ?? {})) {
    const numbers = drawn
      ? (await Promise.all(drawn.map(numbersIn))).flat()
      : (await all(/^dropout\.map/)).map((value) => (value === 0 ? 0 : kept));
    network.auxiliary.get('dropout.mask')!.set(numbers);
  }
  network.target.set((await named(name, NAMES.target)).map(Number));
  network.forward();
  network.backward();
  return network;
}

/** The values in the cells of a name of the sheet. */
async function named(name: string, block: string): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).names.getItem(block).getRange();
    range.load('values');
    await context.sync();
    return range.values.flat() as unknown[];
  });
}
