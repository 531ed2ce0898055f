import type { Reference } from '../formulas/formula';
import type { LayerCells, NotebookCells } from '../formulas/layerCells';
import { layerCells } from '../formulas/layers';
import { colourOf } from './colours';
import {
  channelsRead,
  kernelSize,
  matrixStart,
  type Choice,
  type Convolution,
  type MapPosition,
} from './convolution';
import { placesOf, windowAround, type Window } from './window';

/** A cell of the notebook, with the colour of its weight. */
export interface Entry {
  readonly cell: Reference;
  readonly colour?: string;
}

/** The part of a convolution that is shown: one filter, some of its outputs, and the cells they depend on. */
export class MatrixPart {
  /** Gives the notebook's cells for formulas. */
  readonly layer: LayerCells<Convolution['spec']>;
  /** The channels that the filter reads, and those shown in the matrix. */
  readonly read: readonly number[];
  readonly shown: readonly number[];
  readonly window: Window;

  constructor(
    readonly convolution: Convolution,
    readonly choice: Choice,
    notebook: NotebookCells,
  ) {
    const { spec, shape, input } = convolution;
    this.layer = layerCells(notebook, spec, shape, input);
    this.read = channelsRead(convolution, choice.filter);
    this.shown = choice.channel === undefined ? this.read : [choice.channel];
    this.window = windowAround(convolution, this.shown.length, this.read.length, choice.at);
  }

  /** The name of a channel's number, with the channel where there are several. */
  named(word: string, channel: number): string {
    return this.read.length > 1 ? `${word}, channel ${channel + 1}` : word;
  }

  get outputs(): MapPosition[] {
    return placesOf(this.window.outputs);
  }

  get pixels(): MapPosition[] {
    return placesOf(this.window.pixels);
  }

  weightsOf(channels: readonly number[]): Entry[] {
    return channels.flatMap((channel) =>
      Array.from({ length: kernelSize(this.convolution) }, (_, tap) => this.weight(channel, tap)),
    );
  }

  weight(channel: number, tap: number): Required<Entry> {
    const start = matrixStart(this.convolution, this.choice.filter, channel);
    return {
      cell: this.layer.own('values', 'filters', start + tap),
      colour: colourOf(tap, kernelSize(this.convolution), this.read.indexOf(channel)),
    };
  }

  /** Undefined for a convolution without one. */
  get bias(): Reference | undefined {
    const { parameters } = this.convolution.shape;
    return parameters.length > 1 ? this.layer.own('values', 'bias', this.choice.filter) : undefined;
  }

  pixel(channel: number, { row, column }: MapPosition): Reference {
    const { height, width } = this.convolution.shape.input;
    return this.layer.inputAt('values', (channel * height + row) * width + column);
  }

  /** The cell of an output in the map. */
  output({ row, column }: MapPosition): Reference {
    const { height, width } = this.convolution.shape.output;
    return this.layer.outputAt('values', (this.choice.filter * height + row) * width + column);
  }
}
