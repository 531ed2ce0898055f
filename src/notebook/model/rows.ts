import type { LayerSpec, NetworkSpec, Padding } from '../../engine/spec';
import type { Initial } from '../sheet/spec';
import type { TypedRow } from './columns';
import { activationWord, layerWord } from './words';

/** The typed cells of the table of a network: what `parseModel` reads back as the same network. */
export function rowsOf({ layers }: NetworkSpec, initial: Readonly<Record<string, Initial>> = {}): TypedRow[] {
  return layers.map((layer) => ({
    Layer: layerWord(layer.type),
    Name: layer.name,
    'Filters or units': sizeIn(layer),
    Kernel: kernelIn(layer),
    Stride: 'stride' in layer ? (layer.stride ?? '') : '',
    Padding: 'padding' in layer ? paddingText(layer.padding) : '',
    Dilation: 'dilation' in layer ? (layer.dilation ?? '') : '',
    Activation: 'activation' in layer ? activationWord(layer.activation ?? 'none') : '',
    Initialiser: initialText(initial[`${layer.name}.${layer.type === 'dense' ? 'weights' : 'filters'}`]),
  }));
}

function sizeIn(layer: LayerSpec): number | '' {
  switch (layer.type) {
    case 'conv2d':
      return layer.filters;
    case 'dense':
      return layer.units;
    case 'dropout':
      return layer.rate;
    default:
      return '';
  }
}

function kernelIn(layer: LayerSpec): string {
  if ('kernel' in layer) return layer.kernel.join('×');
  return 'size' in layer ? layer.size.join('×') : '';
}

function paddingText(padding: Padding | undefined): string | number {
  return padding ?? '';
}

/** Numbers that a starter brings along, such as edge detectors, have no name: the cell stays blank, and keeps them. */
function initialText(initial: Initial | undefined): string {
  if (!initial || Array.isArray(initial)) return '';
  if ('standardDeviation' in initial) return `normal ${initial.standardDeviation}`;
  const { initialiser, argument } = initial as { initialiser: string; argument?: number };
  return argument === undefined ? initialiser : `${initialiser} ${argument}`;
}
