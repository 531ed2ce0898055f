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

/** A word on what was typed into cells that a layer of this kind does not look at; '' when there is nothing. */
export function unusedNote(cells: TypedRow, type: LayerSpec['type']): string {
  const used: readonly TypedColumn[] = ['Layer', 'Name', ...USED[type]];
  const unused = TYPED.filter((column) => cells[column] !== '' && !used.includes(column));
  return unused.length ? `Not looked at here: ${unused.join(', ')}.` : '';
}
