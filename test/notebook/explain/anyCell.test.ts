import fc from 'fast-check';
import { compile, type Network } from '../../../src/engine/network';
import { sizeOf } from '../../../src/engine/shapes';
import { valueCount } from '../../../src/notebook/sheet/block';
import { influencesOf, only, sourcesOf } from '../../../src/notebook/explain/influence';
import type { CellRef, Frame, FrameKind } from '../../../src/notebook/explain/explanation';
import { Scene } from '../../../src/notebook/explain/scene';
import type { SheetKey } from '../../../src/notebook/sheet/plan';
import { runs } from '../../support/runs';
import { anyNetwork, notebookOf } from '../networks';
import { addUp, isClose } from './support/arithmetic';
import { cellIn, isIn, randomPage, type Page } from './support/scene';

const anyPage = fc.record({
  network: anyNetwork,
  compact: fc.boolean(),
  batch: fc.integer({ min: 1, max: 3 }),
  seed: fc.integer({ min: 1, max: 1000 }),
});
type AnyPage = typeof anyPage extends fc.Arbitrary<infer Chosen> ? Chosen : never;

function open({ network, compact, batch, seed }: AnyPage): Page {
  return randomPage(notebookOf(network, compact), batch, seed);
}

/** Chooses one of so many things. */
const choice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const anySheet = fc.constantFrom<SheetKey[]>(
  'values',
  'gradients',
  'velocities',
  'secondMoments',
  'next',
  'rotated',
);

test('every cell of any network has an explanation that adds up, and frames that stand on the sheet', () => {
  fc.assert(
    fc.property(anyPage, anySheet, choice, choice, (chosen, key, which, where) => {
      const page = open(chosen);
      const { blocks } = page.context.plan.sheets[key];
      fc.pre(blocks.length > 0);
      const block = blocks[Math.floor(which * blocks.length)];
      const cell = cellIn(block, key, Math.floor(where * valueCount(block)));
      const explanation = page.explain(cell);
      expect(explanation.title).not.toBe('');
      expect(explanation.parts).not.toEqual([]);
      const total = addUp(explanation, page.valueAt);
      const follows =
        key === 'gradients' ||
        (key === 'values' && (block.source.kind === 'activation' || block.source.kind === 'loss'));
      if (follows && !isClose(total!, page.valueAt(cell)))
        throw new Error(`${key} ${block.name}: ${total} instead of ${page.valueAt(cell)}`);
      for (const { rect } of explanation.frames) {
        const inside = blocks.some(
          ({ rect: all }) => isIn(all, rect.row, rect.column) || isIn(rect, all.row, all.column),
        );
        expect(inside).toBe(true);
      }
    }),
    { numRuns: runs(100, 400) },
  );
});

test('cells without a number are told, wherever they are', () => {
  fc.assert(
    fc.property(anyPage, anySheet, fc.nat(60), fc.nat(80), (chosen, key, row, column) => {
      const explanation = open(chosen).explain({ key, row, column });
      expect(explanation.title).not.toBe('');
      expect(explanation.parts).not.toEqual([]);
    }),
  );
});

test('a number changes those and only those that name it among their sources', () => {
  fc.assert(
    fc.property(anyPage, choice, choice, choice, choice, (chosen, ...choices) => {
      const page = open(chosen);
      const scene = new Scene(page.context);
      const tensors = ['input', ...page.network.spec.layers.map(({ name }) => name)];
      const pick = (at: number, from: number) => from + Math.floor(choices[at] * (tensors.length - from));
      const first = pick(0, 0);
      fc.pre(first + 1 < tensors.length);
      const [a, b] = [tensors[first], tensors[pick(1, first + 1)]];
      const [sizeA, sizeB] = [a, b].map((tensor) => scene.numbersOf('values', tensor).length);
      const [i, j] = [Math.floor(choices[2] * sizeA), Math.floor(choices[3] * sizeB)];
      const reached = influencesOf(scene, a, only(i, sizeA)).get(b)![j];
      expect(sourcesOf(scene, b, only(j, sizeB)).get(a)![i]).toBe(reached);
    }),
    { numRuns: runs(100, 400) },
  );
});

test('what changes when a number is changed lies in the frames of its influence', () => {
  fc.assert(
    fc.property(anyPage, choice, choice, (chosen, which, where) => {
      const page = open(chosen);
      const { spec } = page.network;
      const position = Math.floor(which * spec.layers.length) - 1;
      const tensor = position < 0 ? 'input' : spec.layers[position].name;
      const rest = restOf(page.network, position);
      const index = Math.floor(where * (rest.input.length / rest.batchSize));
      expectChangesFramed(page, tensor, index, rest, rest.input);
    }),
    { numRuns: runs(70, 400) },
  );
});

test('what changes when a weight is changed lies in the frames of its influence', () => {
  fc.assert(
    fc.property(anyPage, choice, choice, (chosen, which, where) => {
      const page = open(chosen);
      const names = [...page.network.parameters.keys()];
      const name = names[Math.floor(which * names.length)];
      const values = page.network.parameters.get(name)!;
      expectChangesFramed(page, name, Math.floor(where * values.length), page.network, values);
    }),
    { numRuns: runs(70, 400) },
  );
});

/** Change a number, compute, and look where the page's own numbers are others now. */
function expectChangesFramed(
  page: Page,
  tensor: string,
  index: number,
  network: Network,
  numbers: Float64Array,
): void {
  const scene = new Scene(page.context);
  const shown = scene.cellOf('values', tensor, index);
  fc.pre(shown !== undefined);
  const frames = page.explain(shown!).frames;
  network.forward();
  const before = new Map([...network.activations].map(([name, values]) => [name, values.slice()]));
  const value = numbers[index];
  numbers[index] = value + 0.37;
  network.forward();
  for (const [name, values] of network.activations) {
    if (name === 'logits') continue;
    const size = values.length / network.batchSize;
    for (let i = 0; i < size; i++) {
      // Rounding is no influence.
      if (Math.abs(values[i] - before.get(name)![i]) < 1e-12) continue;
      const cell = scene.cellOf('values', name, i);
      if (cell && scene.shown(name) === name)
        expectFramed(frames, cell, 'influence', `${tensor} ${index} -> ${name} ${i}`);
    }
  }
  numbers[index] = value;
  network.forward();
}

function expectFramed(
  frames: readonly Frame[],
  { row, column }: CellRef,
  kind: FrameKind,
  what: string,
): void {
  if (!frames.some((frame) => frame.kind === kind && isIn(frame.rect, row, column)))
    throw new Error(`${what} stands in no frame.`);
}

/** The layers after a position as a network of their own, whose image is what the layers before have made. */
function restOf(network: Network, position: number): Network {
  if (position < 0) return network;
  const { spec, shapes, batchSize, parameters, state } = network;
  const layers = spec.layers.slice(position + 1);
  const rest = compile({ ...spec, input: shapes[position].output, layers }, batchSize, { parameters, state });
  rest.input.set(network.activations.get(shapes[position].name)!);
  rest.target.set(network.target);
  for (const [name, mask] of rest.auxiliary) mask.set(network.auxiliary.get(name)!);
  expect(rest.input).toHaveLength(sizeOf(shapes[position].output) * batchSize);
  return rest;
}
