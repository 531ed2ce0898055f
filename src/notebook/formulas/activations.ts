import { activationKindOf } from '../kinds/activations';
import { StaysValues, type Formula } from './formula';
import type { Axis, CellGrid, Factor } from './grid';
import { channelsOf, type LayerCells } from './layerCells';

/**
 * The formula of one output of a layer, with its activation.
 * @param sumOf the formula of a channel there, before the activation
 */
export function activated(
  { spec, shape }: LayerCells,
  channel: number,
  sumOf: (channel: number) => Formula,
): Formula {
  const kind = activationKindOf(spec);
  switch (kind.acts) {
    case 'not at all':
      return sumOf(channel);
    case 'number by number':
      return kind.formula(sumOf(channel));
    case 'across channels':
      return kind.formula(channel, channelsOf(shape.output), sumOf);
  }
}

/** Whether a layer's activation combines several of its channels. */
export function actsAcrossChannels({ spec }: LayerCells): boolean {
  return activationKindOf(spec).acts === 'across channels';
}

/**
 * ∂L/∂x for numbers of a channel, x being the layer's sums before the activation: the ∂ cells of the outputs
 * times the slopes.
 */
export function slopedGradient(layer: LayerCells, channel: number, rows?: Axis, columns?: Axis): Factor[] {
  return sloped(layer, (key, each) => layer.outputGrid(key, each, rows, columns), channel);
}

/** Like `slopedGradient`, for grids that the caller chooses: `at` gives those of a channel. */
export function sloped(
  layer: LayerCells,
  at: (key: 'values' | 'gradients', channel: number) => CellGrid,
  channel: number,
): Factor[] {
  const kind = activationKindOf(layer.spec);
  if (kind.acts === 'across channels')
    return [kind.gradientFormula(channel, channelsOf(layer.shape.output), at)];
  const gradient: Factor = { grids: [at('gradients', channel)] };
  if (kind.acts === 'not at all') return [gradient];
  const { slope } = kind;
  const values = at('values', channel);
  switch (slope.from) {
    case 'value':
      return [gradient, { grids: [values], text: ([a]) => slope.of(a) }];
    case 'sum':
      return [
        gradient,
        {
          grids: [values],
          each(row, column) {
            const index = layer.indexIn(values, row, column);
            return slope.of(layer.sumAt(index), [layer.outputAt('values', index)]);
          },
        },
      ];
    case 'no cell':
      throw new StaysValues(slope.reason);
  }
}
