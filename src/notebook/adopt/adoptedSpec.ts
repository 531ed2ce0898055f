import type { LayerSpec, NetworkSpec } from '../../engine/spec';
import { adoptTexts } from '../../texts/adopt';
import { columnName, toA1 } from '../sheet/address';
import { LESSON_4, LESSON_4_TEN } from '../presets/lesson4';
import {
  SHEET_IMAGE,
  type Adopted,
  type AdoptedCells,
  type DrawnMask,
  type NotebookSpec,
} from '../sheet/spec';
import { blockOf, cellsOf, latticeOf, type Lattice } from './lattice';
import { idOf, nameOf, type CellId } from './meaning';
import type { FoundDropout, FoundLayer, FoundNetwork, FoundPool } from './recognised';
import type { ReadSheet } from './readSheet';
import { Stopped } from './stopped';

/** A found network as a notebook: its spec, and where each block of it stands. */
export class AdoptedSpec {
  private readonly cells: Record<string, AdoptedCells> = {};
  private readonly initial: Record<string, number[]> = {};
  private readonly outputs: string[] = [];
  private readonly masks: Record<string, DrawnMask> = {};

  constructor(
    private readonly sheet: ReadSheet,
    private readonly found: FoundNetwork,
  ) {}

  /**
   * @param title name of the sheet
   * @param width how many columns of the sheet are in use
   * @throws Stopped where cells of a block do not stand as a notebook's must
   */
  notebook(title: string, width: number): NotebookSpec {
    this.found.input.forEach((lattice, channel) => this.put(`input.channel${channel + 1}`, lattice));
    const layers = this.found.layers.flatMap((layer, index) =>
      this.layer(layer, nameOfLayer(this.found, index)),
    );
    const { cells, outputs, masks } = this;
    const adopted: Adopted = {
      cells,
      outputs,
      ...(Object.keys(masks).length ? { masks } : {}),
      free: columnName(width + 1),
    };
    return { title, ...this.taskOf(layers), initial: this.initial, settings: { batchSize: 1 }, adopted };
  }

  private layer(layer: FoundLayer, name: string): LayerSpec[] {
    const [activation, bias] = [
      'rectified' in layer && layer.rectified ? ('relu' as const) : ('none' as const),
      'biases' in layer && layer.biases !== undefined,
    ];
    switch (layer.kind) {
      case 'conv2d': {
        const { stride, padding, dilation } = layer;
        this.putMaps(name, layer);
        layer.filters.forEach((matrices, filter) =>
          matrices.forEach((lattice, channel) =>
            this.put(`${name}.filter${filter + 1}.channel${channel + 1}`, lattice),
          ),
        );
        layer.biases?.forEach((cell, filter) => this.putCell(`${name}.filter${filter + 1}.bias`, cell));
        this.keep(`${name}.filters`, layer.filters.flat().flatMap(cellsOf));
        if (layer.biases) this.keep(`${name}.bias`, layer.biases);
        const shape = { filters: layer.filters.length, kernel: [...layer.kernel] as [number, number] };
        return [{ type: 'conv2d', name, ...shape, stride, padding, dilation, bias, activation }];
      }
      case 'maxPool2d':
      case 'averagePool2d': {
        const { size, stride, padding } = layer;
        this.putMaps(name, layer);
        return [{ type: layer.kind, name, size: [...size] as [number, number], stride, padding }];
      }
      case 'dropout':
        this.putMaps(name, { ...layer, isHidden: !layer.isShown });
        this.putMasks(name, layer);
        return [{ type: 'dropout', name, rate: layer.rate }];
      case 'dense': {
        layer.weights.forEach((matrices, unit) =>
          matrices.forEach((lattice, channel) =>
            this.put(`${name}.unit${unit + 1}.channel${channel + 1}`, lattice),
          ),
        );
        this.keep(`${name}.weights`, layer.weights.flat().flatMap(cellsOf));
        if (layer.biases) this.putBiases(name, layer.biases);
        this.outputs.push(...layer.outputs.map(nameOf));
        return [
          { type: 'flatten', name: 'flatten' },
          { type: 'dense', name, units: layer.outputs.length, bias, activation },
        ];
      }
    }
  }

  /** What is to be learned: with one output whether it is, with several which one. */
  private taskOf(layers: LayerSpec[]): Pick<NotebookSpec, 'network' | 'data' | 'classes' | 'question'> {
    const { input, layers: found } = this.found;
    const units = found.at(-1)!.kind === 'dense' ? this.outputs.length : 1;
    const [{ rows: height, columns: width }] = input;
    const network: NetworkSpec = {
      input: { channels: input.length, height, width },
      layers,
      loss: units === 1 ? 'sigmoidCrossEntropy' : 'softmaxCrossEntropy',
    };
    const isDigit = input.length === 1 && height === 28 && width === 28;
    for (const { network: known, data, classes, question } of isDigit ? [LESSON_4, LESSON_4_TEN] : [])
      if (classes.length === units && known.loss === network.loss)
        return { network, data, classes, question };
    const data = { set: SHEET_IMAGE, name: adoptTexts.ownImage };
    if (units === 1)
      return { network, data, classes: [adoptTexts.oneClass], question: adoptTexts.oneQuestion };
    const classes = this.outputs.map((_, unit) => adoptTexts.classNumber(unit + 1));
    return { network, data, classes, question: adoptTexts.oneHot };
  }

  /** Maps that stand on the sheet; all others the notebook adds. */
  private putMaps(name: string, { maps, isHidden }: Pick<FoundPool, 'maps' | 'isHidden'>): void {
    if (!isHidden) maps.forEach(({ lattice }, map) => this.put(`${name}.map${map + 1}`, lattice));
  }

  private putMasks(name: string, { kept, masks }: FoundDropout): void {
    const cells = masks?.map(({ sheet, lattice }) => ({ sheet, ...adoptedCells(lattice)! }));
    this.masks[name] = { kept, ...(cells ? { cells } : {}) };
  }

  private put(name: string, lattice: Lattice): void {
    const cells = adoptedCells(lattice);
    const at = idOf(lattice.row, lattice.column);
    if (!cells) throw new Stopped(at, adoptTexts.scatteredCells(nameOf(at)));
    this.cells[name] = cells;
  }

  private putCell(name: string, cell: CellId): void {
    this.cells[name] = { at: nameOf(cell), jump: 1 };
  }

  /** The biases of a dense layer are one block, in the order of the units. */
  private putBiases(name: string, biases: readonly CellId[]): void {
    const lattice = latticeOf(biases);
    const inOrder = lattice && biases.every((cell, unit) => cell === cellsOf(lattice)[unit]);
    if (!lattice || !inOrder || (lattice.rows > 1 && lattice.columns > 1))
      throw new Stopped(biases[0], adoptTexts.scatteredWeights(nameOf(biases[0])));
    this.put(`${name}.bias`, lattice);
    this.keep(`${name}.bias`, biases);
  }

  /** The weights that stand on the sheet are those to which Reset goes back. */
  private keep(parameter: string, cells: readonly CellId[]): void {
    this.initial[parameter] = cells.map((cell) => this.sheet.typedNumber(cell) ?? 0);
  }
}

function adoptedCells(lattice: Lattice): AdoptedCells | undefined {
  const block = blockOf(lattice);
  return block && { at: toA1(block.rect), jump: block.jump };
}

/** "conv1", "maxpool", "dense": layers of a kind are numbered where there are several; convolutions always. */
export function nameOfLayer({ layers }: Pick<FoundNetwork, 'layers'>, index: number): string {
  const { kind } = layers[index];
  const before = layers.slice(0, index).filter((each) => each.kind === kind).length;
  const all = layers.filter((each) => each.kind === kind).length;
  const word = SHORT[kind];
  return kind === 'conv2d' || all > 1 ? `${word}${before + 1}` : word;
}

const SHORT: Readonly<Record<FoundLayer['kind'], string>> = {
  conv2d: 'conv',
  maxPool2d: 'maxpool',
  averagePool2d: 'averagepool',
  dropout: 'dropout',
  dense: 'dense',
};
