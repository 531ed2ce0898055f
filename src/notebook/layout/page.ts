import { SpecError, type Shape } from '../../engine/shapes';
import { columnIndex, type Rect } from '../sheet/address';
import { valueCount, type Block, type Source } from '../sheet/block';
import type { NotebookSpec } from '../sheet/spec';
import type { Label } from '../sheet/layout';
import { extent, type Rows, type RowsOfLayer } from './rows';

/** The page as it grows from left to right: what stands on it, and what the next layer reads. */
export class Page {
  readonly blocks: Block[] = [];
  readonly labels: Label[] = [];
  /** First column that is still free. */
  free = 0;
  /** The blocks that the next layer reads: maps, one a channel, or one block that holds a vector. */
  previous: readonly Block[] = [];
  /** Is `previous` one block that holds a vector? */
  vector = false;
  /** The layer being placed, and whether it is the last. */
  layer = { name: '', last: false };
  /** The flatten layer whose order the next layer reads the maps in; it takes no cells unless somebody needs them. */
  private flattenedBy?: string;

  constructor(
    readonly spec: NotebookSpec,
    readonly rows: Rows,
  ) {}

  /** Put a block on the page; what a person types has no `reads`. */
  add(block: Omit<Block, 'jump' | 'reads'> & Partial<Pick<Block, 'jump' | 'reads'>>): Block {
    const placed = { jump: 1, reads: [], ...block };
    this.blocks.push(placed);
    return placed;
  }

  /** One map a channel, stacked one pitch apart; what follows reads them. */
  addMaps(layer: MapLayer, shape: Shape, rows: RowsOfLayer, column: number): void {
    this.previous = Array.from({ length: shape.channels }, (_, channel) =>
      this.add({
        name: `${layer.name}.${layer.word}${channel + 1}`,
        title: `${layer.name}, ${layer.word} ${channel + 1}`,
        role: layer.word === 'channel' ? 'input' : 'map',
        rect: this.mapRect(shape, rows, channel, column),
        jump: rows.jump,
        source: {
          kind: layer.word === 'channel' ? 'input' : 'activation',
          tensor: layer.name,
          offset: channel * shape.height * shape.width,
        },
        reads: layer.reads(channel),
      }),
    );
    this.vector = false;
    this.free = column + extent(shape.width, rows.jump);
  }

  /** A column of numbers; what follows reads it. The last layer's are the logits. */
  addVector(layer: VectorLayer, length: number, column: number, top = this.vectorTop): Block {
    const { last } = this.layer;
    const output = this.add({
      name: `${layer.name}.output`,
      title: last ? `${layer.name}, logits` : `${layer.name}, activation`,
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

  /** From here on the maps are read as one row of numbers. */
  flatten(name: string): void {
    if (!this.vector) this.flattenedBy = name;
  }

  /** Does the next layer read a row of numbers? */
  get isFlat(): boolean {
    return this.vector || this.flattenedBy !== undefined;
  }

  /** The vector that the layer reads. Flattened maps are written out in a column first. */
  asVector(): Block {
    if (this.vector || this.flattenedBy === undefined) return this.previous[0];
    const name = this.flattenedBy;
    const length = this.previous.reduce((sum, block) => sum + valueCount(block), 0);
    const column = this.columnOf(name);
    this.heading(column, headingOf(name));
    return this.addVector({ name, reads: namesOf(this.previous) }, length, column);
  }

  /** The maps that the layer reads. @throws SpecError when they are flattened already */
  maps(): readonly Block[] {
    if (!this.isFlat) return this.previous;
    throw new SpecError(
      this.layer.name,
      'type',
      `Layer '${this.layer.name}' reads maps, but what stands before it is a row of numbers. ` +
        'Move it before the flatten, dense or global average pool layer.',
    );
  }

  /** What the loss compares with the target: the last layer's output, in a column whatever it was before. */
  logits(): Block {
    if (!this.vector) this.flatten(this.layer.name);
    return this.asVector();
  }

  heading(column: number, text: string): void {
    this.labels.push({ row: 0, column, text, kind: 'heading' });
  }

  label(row: number, column: number, text: string): void {
    this.labels.push({ row, column, text, kind: 'label' });
  }

  /** First column of a layer's maps (or dense weights): its anchor, or one blank column and `gutter` columns on. */
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

  /** First row of a vector that belongs beside the given row: below a row of words, and the headings. */
  static vectorRow(row: number): number {
    return Math.max(2, row);
  }

  /** Vectors stand beside the first of the maps, or of the vector, that they are made of. */
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

/** `offset` values into a parameter of the network. */
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
