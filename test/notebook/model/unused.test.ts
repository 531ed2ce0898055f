import { unusedNote } from '../../../src/notebook/model/unused';
import { row } from './table';

test('what a layer does not look at is said', () => {
  expect(unusedNote(row({ Layer: 'depthwise', 'Filters or units': 2, Kernel: 3 }), 'depthwiseConv2d')).toBe(
    'Ignored here: Filters or units.',
  );
  expect(unusedNote(row({ Layer: 'flatten', Kernel: 3, Stride: 1 }), 'flatten')).toBe(
    'Ignored here: Kernel, Stride.',
  );
});

test('a row of which all is used needs no word', () => {
  const cells = row({ Layer: 'convolution', Name: 'conv1', 'Filters or units': 2, Dilation: 2 });
  expect(unusedNote(cells, 'conv2d')).toBe('');
});

test('an input normalisation that does not read the input knows no mean', () => {
  expect(unusedNote(row({ Layer: 'input normalisation' }), 'inputNorm', 0)).toBe('');
  expect(unusedNote(row({ Layer: 'input normalisation' }), 'inputNorm', 2)).toMatch(/^Not the first layer/);
});
