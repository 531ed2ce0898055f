import type { LayerSpec } from '../../../src/engine/spec';
import { layOut } from '../../../src/notebook/layout';
import { notebookOf } from '../networks';

function layOutWith(...names: string[]) {
  const layers: LayerSpec[] = names.map((name) => ({ type: 'maxPool2d', name, size: [1, 1] }));
  return layOut(
    notebookOf({
      input: { channels: 1, height: 2, width: 2 },
      layers: [...layers, { type: 'flatten', name: 'flatten' }, { type: 'dense', name: 'dense', units: 1 }],
      loss: 'sigmoidCrossEntropy',
    }),
  );
}

test('names that differ only in capitals would be one name to Excel', () => {
  expect(() => layOutWith('pool', 'Pool')).toThrow('The layer name "Pool" is taken');
});

test.each(['1st', 'max pool', 'a.b', 'φ'])('"%s" cannot name cells', (name) => {
  expect(() => layOutWith(name)).toThrow(/cannot name cells/);
});

test('a layer may not be called like the notebook’s own blocks', () => {
  expect(() => layOutWith('sgd')).toThrow(/is taken/);
});
