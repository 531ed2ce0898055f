import fc from 'fast-check';
import { toA1, type Rect } from '../../../src/notebook/sheet/address';
import { ENTRY_KEYS, type EntryKey } from '../../../src/notebook/glossary/contents';
import { blocksAtEdges } from '../../../src/notebook/glossary/targetEdges';
import { ENTRIES } from '../../../src/notebook/glossary/entries';
import type { Subject } from '../../../src/notebook/glossary/subject';
import { STARTERS } from '../../../src/notebook/presets';
import { LESSON_4, LESSON_4_TEN } from '../../../src/notebook/presets/lesson4';
import { THREE_CHANNELS, TINY } from '../../../src/notebook/presets/smallStarters';
import { NO_DENSE_LAYER, SMALL_CONVNET } from '../../../src/notebook/presets/smallConvnet';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { anyNetwork, notebookOf } from '../networks';
import { subjectOf, UNUSUAL_NOTEBOOK } from './subjects';

/** The cells that "Show me" selects, as an address; undefined where there is no such button. */
function shown(entry: EntryKey, subject: Subject): string | undefined {
  const target = ENTRIES[entry].cells?.(subject);
  if (!target) return undefined;
  const rects = blocksAtEdges(subject.plan, target).map((name) => {
    const block = subject.plan.sheets[target.sheet].blocks.find((each) => each.name === name);
    if (!block) throw new Error(`${entry}: there is no ${name} on the sheet of ${target.sheet}`);
    return block.rect;
  });
  const all = bounding(rects);
  const { part } = target;
  if (!part) return toA1(all);
  expect(target.blocks).toHaveLength(1);
  expect(part.row).toBeGreaterThanOrEqual(0);
  expect(part.column).toBeGreaterThanOrEqual(0);
  expect(part.row + part.rows).toBeLessThanOrEqual(all.rows);
  expect(part.column + part.columns).toBeLessThanOrEqual(all.columns);
  return toA1({ ...part, row: all.row + part.row, column: all.column + part.column });
}

function bounding(rects: readonly Rect[]): Rect {
  const row = Math.min(...rects.map((rect) => rect.row));
  const column = Math.min(...rects.map((rect) => rect.column));
  const bottom = Math.max(...rects.map((rect) => rect.row + rect.rows));
  const right = Math.max(...rects.map((rect) => rect.column + rect.columns));
  return { row, column, rows: bottom - row, columns: right - column };
}

/** Whatever is asked of whichever layer: cells that are there, and whole sentences. */
function expectSound(spec: NotebookSpec): void {
  const layers = [undefined, ...spec.network.layers.map(({ name }) => name), 'gone'];
  for (const layer of layers) {
    const subject = subjectOf(spec, layer);
    for (const entry of ENTRY_KEYS) {
      shown(entry, subject);
      const said = ENTRIES[entry].here?.(subject);
      if (said !== undefined && !/^\S.*\.$/.test(said)) throw new Error(`${entry}: "${said}" is no sentence`);
      if (said && /undefined|NaN|Infinity|\[object/.test(said)) throw new Error(`${entry}: "${said}"`);
    }
  }
}

test.each([
  ...STARTERS.map(({ name, spec }) => [name, spec] as const),
  ['one of every layer', UNUSUAL_NOTEBOOK] as const,
])('in %s every Show me leads to cells that are there', (_, spec) => expectSound(spec));

test('so it does in any network', () => {
  fc.assert(
    fc.property(anyNetwork, fc.boolean(), (network, compact) => expectSound(notebookOf(network, compact))),
    { numRuns: 40 },
  );
});

test.each([
  ['convolution', 'conv1', 'AD3:BG57'],
  ['convolution', 'conv2', 'BI4:CJ56'],
  ['filter', 'conv2', 'BI11:BK19'],
  ['filter', 'conv1', 'AD11:AF15'],
  ['channel', 'conv2', 'AH3:BG57'],
  ['channel', 'conv1', 'A2:AB29'],
  ['featureMap', 'conv1', 'AH3:BG28'],
  ['maxPool', undefined, 'CM4:DI55'],
  ['flatten', undefined, 'CM4:DI55'],
  ['dense', undefined, 'DN4:EN55'],
  ['bias', 'conv2', 'BI19'],
  ['weight', undefined, 'AD11:AF13'],
  ['weight', 'dense', 'DN4:EJ26'],
  // The middle cell of conv2, the 12th of 24, sees 5×5 pixels from the 12th on.
  ['receptiveField', 'conv2', 'L13:P17'],
  // That of the pool, the 6th of 12, sees 6×6 pixels from the 11th on.
  ['receptiveField', undefined, 'K12:P17'],
  ['logits', undefined, 'EN4'],
  ['sigmoid', undefined, 'EP4'],
  ['target', undefined, 'ER4'],
  ['learningRate', undefined, 'EW4'],
  ['gradient', undefined, 'AD11:AF13'],
] as const)('on the lesson-4 page %s of %s is %s', (entry, layer, address) => {
  expect(shown(entry, subjectOf(LESSON_4, layer))).toBe(address);
});

test('gradients are shown on their own sheet', () => {
  expect(ENTRIES.gradient.cells?.(subjectOf(LESSON_4))?.sheet).toBe('gradients');
  expect(ENTRIES.backpropagation.cells?.(subjectOf(LESSON_4))).toEqual({
    sheet: 'gradients',
    blocks: ['output.loss'],
  });
});

test('there is nothing to show of what the notebook has not', () => {
  const absent = (spec: NotebookSpec, entry: EntryKey) =>
    ENTRIES[entry].cells?.(subjectOf(spec)) === undefined;
  for (const entry of ['dropout', 'batchNorm', 'padding', 'dilation', 'softmax', 'oneHot', 'gelu'] as const)
    expect(absent(LESSON_4, entry)).toBe(true);
  for (const entry of ['softmax', 'oneHot'] as const) expect(absent(LESSON_4_TEN, entry)).toBe(false);
  for (const entry of ['dense', 'maxPool', 'flatten'] as const)
    expect(absent(NO_DENSE_LAYER, entry)).toBe(true);
  expect(absent(SMALL_CONVNET, 'padding')).toBe(false);
  expect(absent(TINY, 'squaredError')).toBe(true);
});

test('the channels of an image in colour are its three', () => {
  expect(ENTRIES.channel.cells?.(subjectOf(THREE_CHANNELS))?.blocks).toEqual([
    'input.channel1',
    'input.channel2',
    'input.channel3',
  ]);
});
