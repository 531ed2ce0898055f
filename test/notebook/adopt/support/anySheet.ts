import fc from 'fast-check';
import { inferShapes, type LayerShape } from '../../../../src/engine/shapes';
import type { LayerSpec, NetworkSpec, Stride } from '../../../../src/engine/spec';
import { Random } from '../../../../src/engine/random';
import { toA1, type Cell } from '../../../../src/notebook/sheet/address';
import type { Adopted } from '../../../../src/notebook/sheet/spec';
import type { DefinedName } from '../../../../src/notebook/adopt/surroundings';
import { areaName, cellName, Grid } from './grid';

/** How a sheet is written: all of it comes to the same network. */
export interface Writing {
  /** How a patch is multiplied by its filter. */
  readonly sums: 'SUM of a product' | 'SUMPRODUCT' | 'typed out';
  /** How a sum is cut off below 0. */
  readonly relu: 'MAX' | 'IF' | 'in cells of its own';
  /** What stands around a padded map. */
  readonly border: 'blank' | 'zeros';
  /** Whether pooled cells stand in the row and column of what they read. */
  readonly isSpread: boolean;
  /** How the outputs stand. */
  readonly outputs: 'below each other' | 'beside each other' | 'far apart';
  /** How masks are drawn, and where they stand. */
  readonly mask: MaskWriting;
  /** Whether formulas call their weights, and rates of dropout, by name. */
  readonly hasNames: boolean;
  readonly hasBraces: boolean;
  /** Decides on all gaps and numbers. */
  readonly seed: number;
  readonly sheet: string;
}

export interface MaskWriting {
  readonly form: 'IF below' | 'IF above' | 'product' | 'minus minus' | 'divided' | 'of RAND cells';
  readonly place: 'this sheet' | 'another sheet' | 'inside';
  /** Whether the masked number is computed and masked in the same cell. */
  readonly isAtOnce: boolean;
  readonly isRateTyped: boolean;
}

/** The other sheet on which masks may stand. */
export const OTHER_SHEET = "drop'out 1";

/** A sheet, and what is to be found on it. */
export interface DrawnSheet {
  readonly grid: Grid;
  /** The sheet of masks; empty where there is none. */
  readonly other: Grid;
  readonly masks: Adopted['masks'];
  readonly names: readonly DefinedName[];
  readonly network: NetworkSpec;
  readonly cells: Adopted['cells'];
  readonly outputs: readonly string[];
}

const anyWriting: fc.Arbitrary<Writing> = fc.record({
  sums: fc.constantFrom<Writing['sums'][]>('SUM of a product', 'SUMPRODUCT', 'typed out'),
  relu: fc.constantFrom<Writing['relu'][]>('MAX', 'IF', 'in cells of its own'),
  border: fc.constantFrom<Writing['border'][]>('blank', 'zeros'),
  isSpread: fc.boolean(),
  outputs: fc.constantFrom<Writing['outputs'][]>('below each other', 'beside each other', 'far apart'),
  mask: fc.record({
    form: fc.constantFrom<MaskWriting['form'][]>(
      'IF below',
      'IF above',
      'product',
      'minus minus',
      'divided',
      'of RAND cells',
    ),
    place: fc.constantFrom<MaskWriting['place'][]>('this sheet', 'another sheet', 'inside'),
    isAtOnce: fc.boolean(),
    isRateTyped: fc.boolean(),
  }),
  hasNames: fc.boolean(),
  hasBraces: fc.boolean(),
  seed: fc.nat({ max: 1_000_000 }),
  sheet: fc.constantFrom('conv-example', 'Net1', "Bob's net", 'Blatt 2 ü'),
});

const anyConvolution = fc.record({
  filters: fc.integer({ min: 1, max: 3 }),
  kernel: fc.constantFrom<[number, number][]>([3, 3], [3, 3], [5, 5], [2, 3]),
  isPadded: fc.boolean(),
  stride: fc.constantFrom<Stride[]>(1, 1, 1, 1, 2, 2, [1, 2], [2, 1]),
  bias: fc.boolean(),
  activation: fc.constantFrom<('none' | 'relu')[]>('none', 'relu'),
});

const anyPool = fc.record({
  type: fc.constantFrom<('maxPool2d' | 'averagePool2d')[]>('maxPool2d', 'maxPool2d', 'averagePool2d'),
  size: fc.constantFrom<[number, number][]>([2, 2], [3, 3]),
  stride: fc.constantFrom<Stride[]>(1, 1, 2, 2, [1, 2], [2, 1]),
});

/** Any network that a sheet may compute. */
const anyNetwork: fc.Arbitrary<NetworkSpec> = fc
  .record({
    channels: fc.constantFrom(1, 1, 2),
    height: fc.integer({ min: 6, max: 10 }),
    width: fc.integer({ min: 6, max: 10 }),
    convolutions: fc.array(anyConvolution, { minLength: 1, maxLength: 2 }),
    pool: fc.option(anyPool),
    units: fc.integer({ min: 1, max: 4 }),
    bias: fc.boolean(),
    dropout: fc.option(fc.record({ at: fc.nat({ max: 3 }), rate: fc.constantFrom(0.2, 0.5, 0.75) })),
  })
  .map(({ channels, height, width, convolutions, pool, units, bias, dropout }): NetworkSpec => {
    const layers = convolutions.map(({ isPadded, ...layer }, index): LayerSpec => {
      const isSame = isPadded && layer.stride === 1 && layer.kernel[0] % 2 === 1;
      const padding = isSame ? 'same' : 'valid';
      return { type: 'conv2d', name: `conv${index + 1}`, padding, dilation: 1, ...layer };
    });
    const name = pool?.type === 'averagePool2d' ? 'averagepool' : 'maxpool';
    if (pool) layers.push({ ...pool, name, padding: 'valid' });
    const at = Math.min(dropout?.at ?? 0, layers.length);
    if (dropout) layers.splice(at, 0, { type: 'dropout', name: 'dropout', rate: dropout.rate });
    layers.push({ type: 'flatten', name: 'flatten' });
    layers.push({ type: 'dense', name: 'dense', units, bias, activation: 'none' });
    const loss = units === 1 ? 'sigmoidCrossEntropy' : 'softmaxCrossEntropy';
    return { input: { channels, height, width }, layers, loss };
  })
  .filter((network) => readsAll(network) && hasMaps(network));

/** Pixels that no patch reads could as well be no pixels. */
function readsAll({ input, layers }: NetworkSpec): boolean {
  const first = layers.find(({ type }) => type !== 'dropout');
  if (first?.type !== 'conv2d') return false;
  const [rows, columns] = first.kernel;
  const { stride = 1 } = first;
  const [down, across] = typeof stride === 'number' ? [stride, stride] : stride;
  return (input.height - rows) % down === 0 && (input.width - columns) % across === 0;
}

/** A map of a single cell could as well be a dense layer's output, and weights that meet only padding be anything. */
function hasMaps(network: NetworkSpec): boolean {
  try {
    return inferShapes(network).every(
      ({ input, pads, output }, index) =>
        pads.left < input.width &&
        pads.top < input.height &&
        (!['conv2d', 'maxPool2d', 'averagePool2d'].includes(network.layers[index].type) ||
          (output.height > 1 && output.width > 1)),
    );
  } catch {
    return false;
  }
}

export const anySheet: fc.Arbitrary<{ readonly network: NetworkSpec; readonly writing: Writing }> = fc.record(
  {
    network: anyNetwork,
    writing: anyWriting,
  },
);

/** A map, or a matrix of weights: its first cell, its size in values, and their distance. */
interface Placed extends Cell {
  readonly rows: number;
  readonly columns: number;
  readonly jump: number;
}

/** Draws the sheet of a network, from left to right. */
export function drawSheet(network: NetworkSpec, writing: Writing): DrawnSheet {
  return new SheetDrawing(network, writing).draw();
}

class SheetDrawing {
  private readonly grid = new Grid();
  private readonly cells: Record<string, { at: string; jump: number }> = {};
  private readonly outputs: string[] = [];
  private readonly other = new Grid();
  private masks: DrawnSheet['masks'];
  private readonly names: DefinedName[] = [];
  private readonly random: Random;
  private free = 0;
  private maps: Placed[] = [];

  constructor(
    private readonly network: NetworkSpec,
    private readonly writing: Writing,
  ) {
    this.random = new Random(writing.seed);
  }

  draw(): DrawnSheet {
    const { network, grid, other, cells, outputs } = this;
    const { channels, height, width } = network.input;
    const shapes = inferShapes(network);
    this.maps = this.place(channels, height, width, 1, this.padOf(0, shapes));
    this.maps.forEach((map, channel) => {
      this.keep(`input.channel${channel + 1}`, map);
      this.fill(map, () => Math.round(this.random.next() * 100) / 100 + 0.01);
    });
    network.layers.forEach((layer, index) => this.layer(layer, index, shapes));
    return { grid, other, masks: this.masks, names: this.names, network, cells, outputs };
  }

  private layer(layer: LayerSpec, index: number, shapes: readonly LayerShape[]): void {
    const shape = shapes[index];
    const { height, width } = shape.output;
    switch (layer.type) {
      case 'conv2d':
        return this.convolution(layer, shape, index, this.padOf(index + 1, shapes));
      case 'maxPool2d':
      case 'averagePool2d': {
        const call = layer.type === 'maxPool2d' ? 'MAX' : 'AVERAGE';
        // A spread map is laid out one below the other as what it reads, and wants as much room.
        const jump = this.writing.isSpread ? shape.stride.rows : 1;
        const maps = this.place(this.maps.length, height, width, jump, this.padOf(index + 1, shapes));
        const masked = this.maskedAtOnce(index, maps);
        maps.forEach((map, channel) => {
          this.keep(`${masked ? 'dropout' : layer.name}.map${channel + 1}`, map);
          const { row, column } = this.maps[channel];
          this.fill(map, (y, x) => {
            const first = { row: row + y * shape.stride.rows, column: column + x * shape.stride.columns };
            const value = `${call}(${areaName(first, ...layer.size)})`;
            return this.array(masked ? masked(value, channel, y, x) : value);
          });
        });
        this.maps = maps;
        return;
      }
      case 'dropout':
        return this.dropout(index, shapes);
      case 'dense':
        return this.dense(layer.units, !!layer.bias);
      default:
        return;
    }
  }

  private convolution(
    layer: LayerSpec & { readonly type: 'conv2d' },
    { pads, stride, output }: LayerShape,
    index: number,
    padAfter: number,
  ): void {
    const [rows, columns] = layer.kernel;
    const filters = Array.from({ length: layer.filters }, () =>
      this.place(this.maps.length, rows, columns, 1, 0, true),
    );
    const biases = this.place(layer.filters, 1, 1, 1, 0);
    const isSeparate = layer.activation === 'relu' && this.writing.relu === 'in cells of its own';
    const sums = this.place(layer.filters, output.height, output.width, 1, isSeparate ? 0 : padAfter);
    const masked = isSeparate ? undefined : this.maskedAtOnce(index, sums);
    filters.forEach((matrices, filter) => {
      matrices.forEach((matrix, channel) => {
        this.keep(`${layer.name}.filter${filter + 1}.channel${channel + 1}`, matrix);
        this.fill(matrix, () => this.weight());
      });
      if (layer.bias) this.keep(`${layer.name}.filter${filter + 1}.bias`, biases[filter]);
      if (layer.bias) this.fill(biases[filter], () => this.weight());
      this.fill(sums[filter], (y, x) => {
        const terms = this.maps.map((map, channel) => {
          const first = {
            row: map.row + y * stride.rows - pads.top,
            column: map.column + x * stride.columns - pads.left,
          };
          return this.weighted(first, matrices[channel], rows, columns, [1, 1], true);
        });
        const bias = layer.bias ? [cellName(biases[filter], true)] : [];
        const sum = [...terms, ...bias].join('+');
        const value = layer.activation === 'relu' && !isSeparate ? this.rectified(sum) : sum;
        return this.array(masked ? masked(value, filter, y, x) : value);
      });
    });
    this.maps = isSeparate ? this.cutOff(sums, padAfter) : sums;
    const name = masked ? 'dropout' : layer.name;
    this.maps.forEach((map, filter) => this.keep(`${name}.map${filter + 1}`, map));
  }

  /** Each number times its mask, in cells of its own, unless it was masked where it is computed. */
  private dropout(index: number, shapes: readonly LayerShape[]): void {
    if (this.masks) return;
    const sources = this.maps;
    const [{ rows, columns }] = sources;
    const maps = this.place(sources.length, rows, columns, 1, this.padOf(index + 1, shapes));
    const masked = this.maskOf(index, maps);
    maps.forEach((map, channel) => {
      this.keep(`dropout.map${channel + 1}`, map);
      this.fill(map, (y, x) => {
        const { row, column, jump } = sources[channel];
        return `=${masked(cellName({ row: row + y * jump, column: column + x * jump }), channel, y, x)}`;
      });
    });
    this.maps = maps;
  }

  /** How a layer masks its numbers in their own cells; undefined if it does not. */
  private maskedAtOnce(index: number, maps: readonly Placed[]): Masked | undefined {
    const isNext = this.network.layers[index + 1]?.type === 'dropout';
    return isNext && this.writing.mask.isAtOnce ? this.maskOf(index + 1, maps) : undefined;
  }

  /** Draws the masks of a layer whose masked numbers will stand in `maps`. */
  private maskOf(index: number, maps: readonly Placed[]): Masked {
    const layer = this.network.layers[index];
    if (layer.type !== 'dropout') throw new Error('no dropout layer');
    const { form, place, isRateTyped } = this.writing.mask;
    const rateCell = this.place(1, 1, 1, 1, 0)[0];
    if (isRateTyped) this.grid.put(rateCell, layer.rate);
    const isScaled = form === 'IF above' || form === 'divided';
    const kept = isScaled ? 1 / (1 - layer.rate) : 1;
    const rateOn = (isHere: boolean) => {
      const cell = cellName(rateCell, true);
      const here = this.writing.hasNames ? this.named('Rate.π', cell, 'the workbook') : cell;
      if (isRateTyped && this.writing.hasNames) return here;
      return isRateTyped
        ? isHere
          ? here
          : `'${this.writing.sheet.replaceAll("'", "''")}'!${here}`
        : `${layer.rate}`;
    };
    if (place === 'inside') {
      this.masks = { dropout: { kept } };
      const mask = maskFormula(form === 'of RAND cells' ? 'product' : form, 'RAND()', rateOn(true));
      return (value) => `(${value})*${mask}`;
    }
    const isHere = place === 'this sheet';
    const [grid, sheet] = isHere ? [this.grid, this.writing.sheet] : [this.other, OTHER_SHEET];
    const [{ rows, columns, jump }] = maps;
    // On another sheet at the same addresses.
    const blocks = isHere ? this.place(maps.length, rows, columns, 1, 0) : maps;
    const rands = isHere ? this.place(maps.length, rows, columns, 1, 0) : undefined;
    blocks.forEach((block, channel) =>
      this.fill(
        block,
        (y, x) => {
          const from = rands ? rands[channel] : { row: block.row + 100, column: block.column };
          const own = {
            row: from.row + y * (rands ? 1 : jump),
            column: from.column + x * (rands ? 1 : jump),
          };
          if (form === 'of RAND cells') grid.put(own, '=RAND()');
          const drawn = form === 'of RAND cells' ? cellName(own) : 'RAND()';
          return `=${maskFormula(form, drawn, rateOn(isHere))}`;
        },
        grid,
      ),
    );
    const cells = blocks.map((block) => ({ sheet, ...adoptedCells(block) }));
    this.masks = { dropout: { kept, cells } };
    const prefix = isHere ? '' : `'${OTHER_SHEET.replaceAll("'", "''")}'!`;
    return (value, channel, y, x) => {
      const block = blocks[channel];
      const cell = { row: block.row + y * block.jump, column: block.column + x * block.jump };
      return `(${value})*${prefix}${cellName(cell)}`;
    };
  }

  /** The larger of 0 and each cell, in cells of its own. */
  private cutOff(sums: readonly Placed[], pad: number): Placed[] {
    const maps = this.place(sums.length, sums[0].rows, sums[0].columns, 1, pad);
    maps.forEach((map, filter) =>
      this.fill(map, (y, x) => {
        const sum = sums[filter];
        return `=MAX(0,${cellName({ row: sum.row + y, column: sum.column + x })})`;
      }),
    );
    return maps;
  }

  private dense(units: number, hasBias: boolean): void {
    const weights = Array.from({ length: units }, () =>
      this.maps.map(({ rows, columns, jump }) => this.place(1, rows, columns, jump, 0)[0]),
    );
    const biases = this.place(1, units, 1, 1, 0)[0];
    if (hasBias) {
      this.keep('dense.bias', biases);
      this.fill(biases, () => this.weight());
    }
    const outputs = this.outputCells(units);
    weights.forEach((matrices, unit) => {
      matrices.forEach((matrix, channel) => {
        this.keep(`dense.unit${unit + 1}.channel${channel + 1}`, matrix);
        this.fill(matrix, () => this.weight());
      });
      const terms = this.maps.map((map, channel) => {
        const { rows, columns, jump } = map;
        const [high, wide] = [(rows - 1) * jump + 1, (columns - 1) * jump + 1];
        return this.weighted(map, matrices[channel], high, wide, [jump, jump], false);
      });
      const bias = hasBias ? [cellName({ row: biases.row + unit, column: biases.column })] : [];
      this.grid.put(outputs[unit], this.array([...terms, ...bias].join('+')));
      this.outputs.push(cellName(outputs[unit]));
    });
  }

  private outputCells(units: number): Cell[] {
    const { outputs } = this.writing;
    const [row, column] = [this.gap(5), this.free + 1 + this.gap(2)];
    return Array.from({ length: units }, (_, unit) => {
      if (outputs === 'beside each other') return { row, column: column + unit };
      return { row: row + unit * (outputs === 'far apart' ? unit + 2 : 1), column };
    });
  }

  /** A patch times its weights, as the sheet is written. */
  private weighted(
    first: Cell,
    weights: Cell,
    rows: number,
    columns: number,
    [down, across]: readonly [number, number],
    isFixed: boolean,
  ): string {
    const [patch, area] = [areaName(first, rows, columns), areaName(weights, rows, columns, isFixed)];
    const matrix =
      this.writing.hasNames && this.writing.sums !== 'typed out'
        ? this.named(`weights_${cellName(weights)}`, areaName(weights, rows, columns, true))
        : area;
    switch (this.writing.sums) {
      case 'SUM of a product':
        return `SUM(${patch}*${matrix})`;
      case 'SUMPRODUCT':
        return `SUMPRODUCT(${matrix}, ${patch})`;
      case 'typed out': {
        const products: string[] = [];
        for (let y = 0; y < rows; y += down)
          for (let x = 0; x < columns; x += across) {
            const pixel = { row: first.row + y, column: first.column + x };
            const weight = { row: weights.row + y, column: weights.column + x };
            products.push(`${cellName(pixel)}*${cellName(weight, isFixed)}`);
          }
        return products.join('+');
      }
    }
  }

  /** Defines a name for cells of the sheet, some of the workbook, some of the sheet. */
  private named(name: string, area: string, home: 'the workbook' | 'either' = 'either'): string {
    const { sheet } = this.writing;
    const isOfSheet = home === 'either' && this.names.length % 2 === 1;
    const formula = `='${sheet.replaceAll("'", "''")}'!${area}`;
    if (!this.names.some((each) => each.name === name))
      this.names.push({ name, sheet: isOfSheet ? sheet : undefined, formula });
    return name;
  }

  private rectified(sum: string): string {
    return this.writing.relu === 'IF' ? `IF(${sum}>0,${sum},0)` : `MAX(0,${sum})`;
  }

  /** As array formulas are read from some files. */
  private array(formula: string): string {
    return this.writing.hasBraces ? `{=${formula}}` : `=${formula}`;
  }

  private weight(): number {
    return Math.round((this.random.next() - 0.5) * 2000) / 1000 + 0.0005;
  }

  /** Some blocks below each other, right of everything before, each with a border of `pad` cells. */
  private place(
    count: number,
    rows: number,
    columns: number,
    jump: number,
    pad: number,
    isTight = false,
  ): Placed[] {
    const column = this.free + this.gap(2) + (isTight ? 0 : 1) + pad;
    let row = this.gap(4) + pad + 1;
    const placed = Array.from({ length: count }, (): Placed => {
      const block = { row, column, rows, columns, jump };
      row += (rows - 1) * jump + 2 + 2 * pad + this.gap(2);
      return block;
    });
    if (this.writing.border === 'zeros' && pad > 0) for (const block of placed) this.zeros(block, pad);
    this.free = column + (columns - 1) * jump + 1 + pad;
    return placed;
  }

  /** Around all but the image: there typed zeros could be pixels. */
  private zeros({ row, column, rows, columns }: Placed, pad: number): void {
    if (this.maps.length === 0) return;
    for (let y = -pad; y < rows + pad; y++)
      for (let x = -pad; x < columns + pad; x++)
        if (y < 0 || x < 0 || y >= rows || x >= columns)
          this.grid.put({ row: row + y, column: column + x }, 0);
  }

  /** The padding that layer `index` wants around what it reads. */
  private padOf(index: number, shapes: readonly LayerShape[]): number {
    // What is masked at once is read by the layer behind the dropout.
    const isMaskedAtOnce = this.network.layers[index]?.type === 'dropout' && this.writing.mask.isAtOnce;
    const next = shapes[index + (isMaskedAtOnce ? 1 : 0)]?.pads;
    return next ? Math.max(next.top, next.left, next.bottom, next.right) : 0;
  }

  private fill(
    { row, column, rows, columns, jump }: Placed,
    content: (y: number, x: number) => number | string,
    grid = this.grid,
  ) {
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < columns; x++)
        grid.put({ row: row + y * jump, column: column + x * jump }, content(y, x));
  }

  private keep(name: string, placed: Placed): void {
    this.cells[name] = adoptedCells(placed);
  }

  private gap(most: number): number {
    return this.random.integer(most + 1);
  }
}

/** A formula that multiplies a value by the mask of a place. */
type Masked = (value: string, channel: number, y: number, x: number) => string;

function adoptedCells({ row, column, rows, columns, jump }: Placed): { at: string; jump: number } {
  const size = { rows: (rows - 1) * jump + 1, columns: (columns - 1) * jump + 1 };
  return { at: toA1({ row, column, ...size }), jump };
}

function maskFormula(form: MaskWriting['form'], drawn: string, rate: string): string {
  switch (form) {
    case 'IF below':
    case 'of RAND cells':
      return `IF(${drawn}<${rate},0,1)`;
    case 'IF above':
      return `IF(${drawn}>${rate},1/(1-${rate}),0)`;
    case 'product':
      return `(${drawn}>${rate})*1`;
    case 'minus minus':
      return `(--(${drawn}>=${rate}))`;
    case 'divided':
      return `(${rate}<${drawn})/(1-${rate})`;
  }
}
