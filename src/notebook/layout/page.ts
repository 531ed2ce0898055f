import type { LayerShape, Shape } from '../../engine/shapes';
import { columnIndex } from '../address';
import type { Block, Source } from '../block';
import type { NotebookSpec } from '../spec';
import { receptiveRows, type Rows, type RowsOfLayer } from './receptiveRows';

/** A word on the sheet. Headings name a layer and stand in the first row. */
export interface Label {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly kind: 'heading' | 'label';
}

/** The page as it grows from left to right: what stands on it, and what the next layer reads. */
export class Page {
  readonly blocks: Block[] = [];
  readonly labels: Label[] = [];
  readonly rows: Rows;
  /** First column that is still free. */
  free = 0;
  /** The blocks that the next layer reads: maps, one a channel, or one block that holds a vector. */
  previous: readonly Block[] = [];
  /** Is `previous` one block that holds a vector? */
  vector = false;

  constructor(
    readonly spec: NotebookSpec,
    shapes: readonly LayerShape[],
  ) {
    this.rows = receptiveRows(spec, shapes);
  }

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
        rect: {
          row: this.rowOf(rows, channel),
          column,
          rows: extent(shape.height, rows.jump),
          columns: extent(shape.width, rows.jump),
        },
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
}

interface MapLayer {
  readonly name: string;
  readonly word: 'channel' | 'map';
  /** Names of the blocks that the map of this channel is computed from. */
  reads(channel: number): string[];
}

/** Cells from the first value to the last, `jump` apart. */
function extent(count: number, jump: number): number {
  return (count - 1) * jump + 1;
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
