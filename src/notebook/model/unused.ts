import type { LayerSpec } from '../../engine/spec';
import { TYPED, type TypedColumn, type TypedRow } from './columns';

const WINDOW: readonly TypedColumn[] = ['Kernel', 'Stride', 'Padding'];
const CONVOLUTION: readonly TypedColumn[] = [...WINDOW, 'Dilation', 'Activation', 'Initialiser'];

/** What a layer of each kind looks at, beside its kind and its name. */
const USED: Readonly<Record<LayerSpec['type'], readonly TypedColumn[]>> = {
  inputNorm: [],
  conv2d: ['Filters or units', ...CONVOLUTION],
  depthwiseConv2d: CONVOLUTION,
  maxPool2d: WINDOW,
  averagePool2d: WINDOW,
  globalAveragePool: [],
  batchNorm: ['Activation'],
  dropout: ['Filters or units'],
  flatten: [],
  dense: ['Filters or units', 'Activation', 'Initialiser'],
};

/**
 * A word on what was typed and has no effect: cells that a layer of this kind does not look at, a layer where it knows
 * nothing; '' when there is nothing to say.
 * @param position of the layer in the network, from 0
 */
export function unusedNote(cells: TypedRow, type: LayerSpec['type'], position = 0): string {
  if (type === 'inputNorm' && position > 0)
    return 'Not the first layer: its mean and deviation stay 0 and 1, unless you type others on the page.';

  const used: readonly TypedColumn[] = ['Layer', 'Name', ...USED[type]];
  const unused = TYPED.filter((column) => cells[column] !== '' && !used.includes(column));
  return unused.length ? `Not looked at here: ${unused.join(', ')}.` : '';
}
