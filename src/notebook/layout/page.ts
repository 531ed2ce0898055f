import { SpecError, type Shape } from '../../engine/shapes';
import { channelWord } from './channelWord';
import { columnIndex, type Rect } from '../sheet/address';
import { valueCount, type Block, type Source } from '../sheet/block';
import { scoreWord } from '../sheet/scoreWord';
import type { NotebookSpec } from '../sheet/spec';
import type { Label } from '../sheet/layout';
import { extent, type Rows, type RowsOfLayer } from './rows';

/** The page while it is laid out from left to right: what is on it, and what the next layer reads. */
export class Page {
  readonly blocks: Block[] = [];
  readonly labels: Label[] = [];
  /** First free column. */
  free = 0;
  /** The blocks that the next layer reads: maps, one per channel, or a single block with a vector. */
  previous: readonly Block[] = [];
  /** Whether `previous` is a single block with a vector. */
  vector = false;
  /** The first heading of each layer. */
  readonly headings = new Map<string, Label>();
  /** The layer being placed, and whether it is the last one. */
  layer = { name: '', last: false };
  /**
   * The flatten layer in whose order the next layer reads the maps; it takes no cells unless they are needed.
   */
  private flattenedBy?: string;

  constructor(
    readonly spec: NotebookSpec,
    readonly rows: Rows,
  ) {}

  /** Puts a block on the page; blocks that are typed have no `reads`. */
  add(block: Omit<Block, 'jump' | 'reads'> & Partial<Pick<Block, 'jump' | 'reads'>>): Block {
    const placed = { jump: 1, reads: [], ...block };
    this.blocks.push(placed);
    return placed;
  }

  /** Adds one map per channel, stacked with one pitch between them; the next layer reads them. */
  addMaps(layer: MapLayer, shape: Shape, rows: RowsOfLayer, column: number): void {
    this.previous = Array.from({ length: shape.channels }, (_, channel) => {
      const rect = this.mapRect(shape, rows, channel, column);
      if (shape.channels > 1) this.caption(rect, this.wordOf(layer.word, channel));
      return this.add({
        name: `${layer.name}.${layer.word}${channel + 1}`,
        title: `${layer.name}, ${layer.word} ${channel + 1}`,
        role: layer.word === 'channel' ? 'input' : 'map',
        rect,
        jump: rows.jump,
        source: {
          kind: layer.word === 'channel' ? 'input' : 'activation',
          tensor: layer.name,
          offset: channel * shape.height * shape.width,
        },
        reads: layer.reads(channel),
      });
    });
    this.vector = false;
    this.free = column + extent(shape.width, rows.jump);
  }

  /** What the numbers of the last layer are called. */
  get scores(): string {
    return `${scoreWord(this.spec.network.loss)}s`;
  }

  /** Adds a column of numbers; the next layer reads it. For the last layer these are the logits. */
  addVector(layer: VectorLayer, length: number, column: number, top = this.vectorTop): Block {
    const { last } = this.layer;
    const output = this.add({
      name: `${layer.name}.output`,
      title: `${layer.name}, ${last ? this.scores : 'activation'}`,
      role: last ? 'logits' : 'map',
      rect: { row: top, column, rows: length, columns: 1 },
      source: { kind: 'activation', tensor: layer.name, offset: 0 },
      reads: layer.reads,
    });
    this.previous = [output];
    this.vector = true;
    this.flattenedBy = undefined;
    this.free = column + 1;
    return output;
  }

  /** From here on the maps are read as a flattened vector. */
  flatten(name: string): void {
    if (!this.vector) this.flattenedBy = name;
  }

  /** Whether the next layer reads a vector. */
  get isFlat(): boolean {
    return this.vector || this.flattenedBy !== undefined;
  }

  /** The vector that the layer reads; flattened maps are first written out in a column. */
  asVector(): Block {
    if (this.vector || this.flattenedBy === undefined) return this.previous[0];
    const name = this.flattenedBy;
    const length = this.previous.reduce((sum, block) => sum + valueCount(block), 0);
    const column = this.columnOf(name);
    this.heading(column, headingOf(name), name);
    return this.addVector({ name, reads: namesOf(this.previous) }, length, column);
  }

  /** The maps that the layer reads. @throws SpecError if they are already flattened */
  maps(): readonly Block[] {
    if (!this.isFlat) return this.previous;
    throw new SpecError(
      this.layer.name,
      'type',
      `Layer '${this.layer.name}' reads maps, but the layer before it makes a row of numbers. ` +
        'Move it before the flatten, dense or global average pool layer.',
    );
  }

  /** What the loss compares with the target: the last layer's output, always in a column. */
  logits(): Block {
    if (!this.vector) this.flatten(this.layer.name);
    return this.asVector();
  }

  /** @param layer whose cells stand below it */
  heading(column: number, text: string, layer = this.layer.name): void {
    const heading: Label = { row: 0, column, text, kind: 'heading' };
    this.labels.push(heading);
    if (!this.headings.has(layer)) this.headings.set(layer, heading);
  }

  label(row: number, column: number, text: string): void {
    this.labels.push({ row, column, text, kind: 'label' });
  }

  /** A few words above a block, unless its heading stands there. */
  caption({ row, column }: Rect, text: string): void {
    if (row > 1) this.labels.push({ row: row - 1, column, text, kind: 'caption' });
  }

  /** What the maps that the next layer reads are called, one word for each. */
  get channelWords(): string[] {
    const { role } = this.previous[0];
    return this.previous.map((_, channel) => this.wordOf(role === 'input' ? 'channel' : 'map', channel));
  }

  private wordOf(word: 'channel' | 'map', channel: number): string {
    return word === 'channel' ? channelWord(this.spec.network.input, channel) : `map ${channel + 1}`;
  }

  /**
   * First column of a layer's maps (or dense weights): its anchor if it has one, otherwise after one blank
   * column and `gutter` columns.
   */
  columnOf(layer: string, gutter = 0): number {
    const anchor = this.spec.anchors?.columns?.[layer];
    return anchor ? columnIndex(anchor) : this.free + 1 + gutter;
  }

  /** First row of a layer's map of the given channel. */
  rowOf(rows: RowsOfLayer, channel: number): number {
    return rows.top + channel * this.rows.pitch;
  }

  mapRect({ height, width }: Shape, rows: RowsOfLayer, channel: number, column: number): Rect {
    return {
      row: this.rowOf(rows, channel),
      column,
      rows: extent(height, rows.jump),
      columns: extent(width, rows.jump),
    };
  }

  /** First row of a vector beside a given row: below the headings and a row of words. */
  static vectorRow(row: number): number {
    return Math.max(2, row);
  }

  /** Vectors stand beside the first map, or the vector, that they are computed from. */
  private get vectorTop(): number {
    return Page.vectorRow(Math.min(...this.previous.map(({ rect }) => rect.row)));
  }
}

interface MapLayer {
  readonly name: string;
  readonly word: 'channel' | 'map';
  /** Names of the blocks that the map of this channel is computed from. */
  reads(channel: number): string[];
}

interface VectorLayer {
  readonly name: string;
  readonly reads: string[];
}

/** The source of a block: a parameter, from its value number `offset`. */
export function parameter(tensor: string, offset: number): Source {
  return { kind: 'parameter', tensor, offset };
}

export function namesOf(blocks: readonly Block[]): string[] {
  return blocks.map((block) => block.name);
}

/** "conv1" -> "Conv1". */
export function headingOf(layer: string): string {
  return layer.charAt(0).toUpperCase() + layer.slice(1);
}
