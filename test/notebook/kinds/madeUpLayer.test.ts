import { LAYER_WORDS, lossWord } from '../../../src/notebook/model/words';
import type { LayerSpec, NetworkSpec } from '../../../src/engine/spec';
import { explainCell } from '../../../src/notebook/explain';
import type { EntryKey } from '../../../src/notebook/glossary/contents';
import { ENTRIES } from '../../../src/notebook/glossary/entries';
import { topicOfLabel } from '../../../src/notebook/glossary/labels';
import { countLayers } from '../../../src/notebook/model/count';
import { parseModel } from '../../../src/notebook/model/parse';
import { rowsOf } from '../../../src/notebook/model/rows';
import { unusedNote } from '../../../src/notebook/model/unused';
import { valueCount } from '../../../src/notebook/sheet/block';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { Images } from '../../../src/training/images';
import { Trainer } from '../../../src/training/trainer';
import { addUp, isClose } from '../explain/support/arithmetic';
import { cellIn, randomPage } from '../explain/support/scene';
import { expectAgreement } from '../formulas/support/agree';
import { computedFromFile } from '../formulas/support/file';
import { fields } from '../model/table';

// One line in each of the two tables, as for any other kind of layer.
jest.mock('../../../src/engine/layers/layer', () => {
  const actual = jest.requireActual('../../../src/engine/layers/layer');
  const tableOf = (table: object) =>
    actual.tableOf({ ...table, gain: jest.requireActual('./madeUp/engineKind').gain });
  return { ...actual, tableOf };
});
jest.mock('../../../src/notebook/kinds/layers', () => {
  const actual = jest.requireActual('../../../src/notebook/kinds/layers');
  Object.assign(actual.layerTable, { gain: jest.requireActual('./madeUp/notebookKind').gain });
  return actual;
});

const network = {
  input: { channels: 1, height: 4, width: 4 },
  layers: [
    { type: 'conv2d', name: 'conv', filters: 2, kernel: [3, 3], activation: 'relu' },
    { type: 'gain', name: 'louder', factor: 3 } as unknown as LayerSpec,
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'dense', units: 2 },
  ],
  loss: 'softmaxCrossEntropy',
} satisfies NetworkSpec;
const spec: NotebookSpec = {
  title: 'Made up',
  network,
  data: { generator: 'digits' },
  classes: ['a', 'b'],
  question: 'one-hot',
};

test('a made-up layer stands on the page, and its numbers are those of the engine', () => {
  const { context, network: computed } = randomPage(spec, 2);
  const names = context.plan.layout.blocks.map(({ name }) => name);
  for (const name of ['louder.channel1.gain', 'louder.channel2.gain', 'louder.map1', 'louder.map2'])
    expect(names).toContain(name);
  const [before, after] = ['conv', 'louder'].map((name) => computed.activations.get(name)!);
  const gains = computed.parameters.get('louder.gain')!;
  expect(after[5]).toBeCloseTo(3 * gains[1] * before[5], 12);
});

test('its formulas agree with the engine in every cell, values and gradients', async () => {
  const trainer = new Trainer(spec, new Images({ set: 'none', name: 'none' }));
  trainer.settings.batchSize = 1;
  trainer.compute();
  trainer.network.input.forEach((_, i) => (trainer.network.input[i] = (i % 5) / 4));
  trainer.network.target[1] = 1;
  trainer.compute();
  trainer.train();
  expectAgreement(await computedFromFile(spec, trainer), trainer);
}, 60_000);

test('its explanations add up', () => {
  const page = randomPage(spec, 2);
  for (const key of ['values', 'gradients'] as const)
    for (const block of page.context.plan.sheets[key].blocks.filter(({ name }) => name.startsWith('louder.')))
      for (let index = 0; index < valueCount(block); index++) {
        const cell = cellIn(block, key, index);
        const explanation = explainCell(page.context, cell);
        expect(explanation.frames.length).toBeGreaterThan(0);
        const total = addUp(explanation, page.valueAt);
        if (key === 'gradients' || block.role === 'map')
          expect(isClose(total!, page.valueAt(cell))).toBe(true);
      }
});

test('the model table offers it, reads it, counts it, and says what it does not look at', () => {
  expect(LAYER_WORDS).toContain('gain');
  const rows = rowsOf(network);
  expect(rows[1]).toMatchObject({ Layer: 'gain', Name: 'louder', 'Filters or units': 3, Kernel: '' });
  const parsed = parseModel(fields({ Height: 4, Width: 4, Loss: lossWord(network.loss) }), rows);
  expect(parsed.problems).toEqual([]);
  expect(parsed.network?.layers[1]).toEqual(network.layers[1]);
  expect(countLayers(network)[1]).toMatchObject({ Parameters: '2', 'Parameters, counted': 2 });
  expect(unusedNote({ ...rows[1], Kernel: '3×3' }, network.layers[1].type)).toBe('Ignored here: Kernel.');
});

test('the glossary has its entry, and the words beside its cells lead there', () => {
  const { context } = randomPage(spec);
  expect(ENTRIES['gain' as EntryKey].term).toBe('Gain');
  const label = context.plan.sheets.values.labels.find(({ text }) => text === 'gain')!;
  expect(topicOfLabel(context.plan, 'values', label)).toEqual({ entry: 'gain', layer: 'louder' });
});
