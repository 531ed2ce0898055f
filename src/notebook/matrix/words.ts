import type { Span } from '../../engine/geometry';
import { channelsRead, type Choice, type Convolution } from './convolution';
import { countFilter, countInWords, inWords } from './count';
import { sizeOf, type Window } from './window';

/** "conv1, filter 1" */
export function nameOf({ layer, filter }: Choice): string {
  return `${layer}, filter ${filter + 1}`;
}

/** What a convolution multiplies: pixels of the image, or outputs of the layers before. */
export function inputWord({ input }: Convolution): 'pixel' | 'input' {
  return input === 'input' ? 'pixel' : 'input';
}

/** What the sheet shows and how to read it; the first line is its title. */
export function wordsFor(convolution: Convolution, choice: Choice, window: Window): string[] {
  return [
    `${nameOf(choice)}: the convolution as a matrix`,
    `Every row of the matrix makes one output, every column stands for one ${inputWord(convolution)}. ` +
      'A dot is a zero: no connection. One colour is one weight, used again in every row.',
    ...shownPart(convolution, window),
    ...shownChannel(convolution, choice),
    countInWords(convolution),
  ];
}

function shownPart(convolution: Convolution, { outputs, pixels, isWhole }: Window): string[] {
  const { outputs: rows, pixels: columns } = countFilter(convolution);
  const input = inputWord(convolution);
  if (isWhole)
    return [`All of it is shown: ${numberOf(rows, 'output')} of the map, ${numberOf(columns, input)}.`];
  return [
    `The whole matrix has ${inWords(rows)} rows and ${inWords(columns)} columns. Shown are the outputs in ` +
      `${spanInWords('row', outputs.rows)} and ${spanInWords('column', outputs.columns)} of the map, and the ` +
      `${pixels.rows.count}×${pixels.columns.count} ${input}s that they see.`,
    'Select another cell of the map and press As matrix for the part around it.',
  ];
}

function shownChannel(convolution: Convolution, { filter, channel }: Choice): string[] {
  const read = channelsRead(convolution, filter);
  if (channel === undefined || read.length === 1) return [];
  return [
    `Of the ${read.length} channels that the filter reads, channel ${channel + 1} is shown in the ` +
      'matrix; what the others add comes from the im2col form below.',
  ];
}

/** The heading above the matrix form. */
export function matrixHeading(convolution: Convolution, window: Window, channels: number): string {
  const [outputs, inputs] = [sizeOf(window.outputs), sizeOf(window.pixels) * channels];
  return (
    `W·x: a matrix of ${outputs}×${inputs} holds the weights, each in many places; ` +
    `x holds ${numberOf(inputs, inputWord(convolution))}, row by row`
  );
}

export function patchesHeading(convolution: Convolution, outputs: number, weights: number): string {
  return (
    `X·w, the same as im2col: a matrix of ${outputs}×${weights} holds ${inputWord(convolution)}s, ` +
    `each row the patch that one output sees; ` +
    `w holds ${numberOf(weights, 'weight')}, each once`
  );
}

/** "rows 11 to 16" */
function spanInWords(noun: string, { first, count }: Span): string {
  return count === 1 ? `${noun} ${first + 1}` : `${noun}s ${first + 1} to ${first + count}`;
}

function numberOf(count: number, noun: string): string {
  return `${inWords(count)} ${noun}${count === 1 ? '' : 's'}`;
}
