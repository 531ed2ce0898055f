import { adoptTexts } from '../../texts/adopt';
import { toA1 } from '../sheet/address';
import { strideWords } from '../sheet/strideWords';
import { nameOfLayer } from './adoptedSpec';
import { blockOf, cellsOf, type Lattice } from './lattice';
import { nameOf, type CellId } from './meaning';
import type {
  FoundConvolution,
  FoundDropout,
  FoundLayer,
  FoundNetwork,
  FoundPool,
  MaskCells,
} from './recognised';

/** What was found on a sheet, for people. */
export interface AdoptionReport {
  readonly sheet: string;
  readonly layers: readonly FoundLine[];
  readonly remarks: readonly string[];
}

/** A layer: its name, what it is, and where. */
export interface FoundLine {
  readonly name: string;
  readonly what: string;
  readonly where: string;
}

/** The most addresses named in a line. */
const MOST = 4;

/** A line for the image and for each layer. @param sheet the sheet on which they stand */
export function linesOf(found: Pick<FoundNetwork, 'input' | 'layers'>, sheet: string): FoundLine[] {
  const [image] = found.input;
  const input: FoundLine = {
    name: 'input',
    what: adoptTexts.input(found.input.length, sizeOf(image)),
    where: adoptTexts.cells.image(some(found.input.map(areaOf))),
  };
  return [
    input,
    ...found.layers.map((layer, index) => ({ name: nameOfLayer(found, index), ...lineOf(layer, sheet) })),
  ];
}

/** What the sheet has and a notebook does without, and what it lacks. */
export function remarksOf(found: FoundNetwork): string[] {
  const named = found.layers.map((layer, index) => ({ layer, name: nameOfLayer(found, index) }));
  const extra = named.flatMap(({ layer, name }) =>
    layer.kind === 'dense' ? endsOf(layer.extra, adoptTexts.extraWeights) : extraCells(name, layer),
  );
  const unbiased = named.filter(({ layer }) => 'biases' in layer && !layer.biases).map(({ name }) => name);
  const convolutions = found.layers.filter((layer) => layer.kind === 'conv2d');
  const hasNoRelu = convolutions.length > 1 && convolutions.every(({ rectified }) => !rectified);
  return [
    ...extra,
    ...named.flatMap(({ layer, name }) => (layer.kind === 'dropout' ? maskRemarks(name, layer) : [])),
    ...(unbiased.length ? [adoptTexts.noBias(unbiased)] : []),
    ...(hasNoRelu ? [adoptTexts.noRelu] : []),
    adoptTexts.noLoss,
  ];
}

function extraCells(name: string, layer: Exclude<FoundLayer, { readonly kind: 'dense' }>): string[] {
  // What is masked is computed by the layer before.
  if (layer.kind === 'dropout') return [];
  return endsOf(
    layer.maps.flatMap((map) => map.extra),
    (from, to) => adoptTexts.extraCells(name, from, to),
  );
}

function endsOf(cells: readonly CellId[], text: (from: string, to: string) => string): string[] {
  if (cells.length === 0) return [];
  const sorted = [...cells].sort((a, b) => a - b);
  return [text(nameOf(sorted[0]), nameOf(sorted[sorted.length - 1]))];
}

function lineOf(layer: FoundLayer, sheet: string): Omit<FoundLine, 'name'> {
  switch (layer.kind) {
    case 'conv2d':
      return { what: convolutionWords(layer), where: convolutionCells(layer) };
    case 'maxPool2d':
    case 'averagePool2d': {
      const text = layer.kind === 'maxPool2d' ? adoptTexts.maxPool : adoptTexts.averagePool;
      return {
        what: text(layer.size.join('×'), sizeOf(layer.maps[0].lattice)),
        where: layer.isHidden ? adoptTexts.cells.inside : adoptTexts.cells.pooled(some(mapsOf(layer))),
      };
    }
    case 'dropout':
      return { what: adoptTexts.dropout(percentOf(layer.rate)), where: dropoutCells(layer, sheet) };
    case 'dense': {
      const inputs = layer.weights[0].reduce((sum, lattice) => sum + cellsOf(lattice).length, 0);
      return {
        what: adoptTexts.dense(layer.outputs.length, inputs),
        where: adoptTexts.cells.dense(
          some(layer.weights.flat().map(areaOf)),
          some(layer.outputs.map(nameOf)),
        ),
      };
    }
  }
}

/** What is to be known of masks that the sheet draws itself. */
function maskRemarks(name: string, { rate, kept, masks }: FoundDropout): string[] {
  const scale = 1 / (1 - rate);
  const isScaled = Math.abs(kept - scale) < 1e-9 * scale;
  return [
    ...(masks ? [] : [adoptTexts.insideMask(name)]),
    ...(isScaled ? [] : [adoptTexts.unscaledMask(name, shortly(kept), shortly(scale))]),
  ];
}

function dropoutCells({ isShown, maps, masks }: FoundDropout, home: string): string {
  const { pooled, masked, inside } = adoptTexts.cells;
  const shown = isShown ? pooled(some(mapsOf({ maps }))) : inside;
  return masks ? `${masked(some(masks.map((each) => maskArea(each, home))))}; ${shown}` : shown;
}

function maskArea({ sheet, lattice }: MaskCells, home: string): string {
  return sheet === home ? areaOf(lattice) : `'${sheet}'!${areaOf(lattice)}`;
}

function percentOf(rate: number): string {
  return `${shortly(rate * 100)} %`;
}

function shortly(number: number): string {
  return String(Number(number.toPrecision(4)));
}

function convolutionCells({ filters, maps, isHidden }: FoundConvolution): string {
  const matrices = some(filters.flat().map(areaOf));
  return isHidden
    ? adoptTexts.cells.filters(matrices)
    : adoptTexts.cells.maps(matrices, some(mapsOf({ maps })));
}

function convolutionWords({ filters, kernel, maps, stride, padding, rectified }: FoundConvolution): string {
  const what = adoptTexts.convolution(filters.length, kernel.join('×'), sizeOf(maps[0].lattice));
  const strided = stride === 1 ? what : adoptTexts.strided(what, strideWords(stride));
  const padded = padding === 'valid' ? strided : adoptTexts.padded(strided);
  return rectified ? adoptTexts.rectified(padded) : padded;
}

function mapsOf({ maps }: Pick<FoundPool, 'maps'>): string[] {
  return maps.map(({ lattice }) => areaOf(lattice));
}

function areaOf(lattice: Lattice): string {
  const block = blockOf(lattice);
  return block ? toA1(block.rect) : nameOf(cellsOf(lattice)[0]);
}

function sizeOf({ rows, columns }: Lattice): string {
  return `${rows}×${columns}`;
}

function some(addresses: readonly string[]): readonly string[] {
  return addresses.length > MOST
    ? adoptTexts.more(addresses.slice(0, MOST), addresses.length - MOST)
    : addresses;
}
