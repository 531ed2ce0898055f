import { activationOf } from '../../engine/layers';
import type { LayerShape, Shape } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import { count, list, size } from '../glossary/phrases';
import { activationKinds } from '../kinds/activations';
import { layerKindOf } from '../kinds/layers';
import { COLOURS } from './channelWord';
import type { Label } from '../sheet/layout';
import type { ScoreWord } from '../sheet/scoreWord';

/** Pixels at 100 % zoom: of a narrow column, of a bold letter of a heading, of a small one of a caption. */
const COLUMN = 28;
const HEADING_LETTER = 8;
const CAPTION_LETTER = 5;

/** Where a layer's first heading stands. */
export interface Captioned {
  readonly heading: Label;
  readonly layer: LayerSpec;
  readonly shape: LayerShape;
  /** What a number is called that the layer makes. */
  readonly makes: ScoreWord;
}

/**
 * What each layer does, right of its heading: "2 filters 3×3 · ReLU · 20 parameters · 2 maps of 26×26". Where the next
 * heading leaves no room for all of it, the last words are left out.
 */
export function captions(labels: readonly Label[], input: Shape, layers: readonly Captioned[]): Label[] {
  const headings = labels.filter(({ kind }) => kind === 'heading');
  const inputHeading = headings.find(({ column }) => column === 0);
  return [
    ...(inputHeading ? [captionOf(headings, inputHeading, [inputWords(input)])] : []),
    ...layers.map((layer) => captionOf(headings, layer.heading, wordsFor(layer))),
  ].filter((label) => label !== undefined);
}

function captionOf(
  headings: readonly Label[],
  { column: from, text: heading }: Label,
  words: readonly string[],
): Label | undefined {
  const column = from + Math.ceil((heading.length * HEADING_LETTER + COLUMN / 2) / COLUMN);
  const next = Math.min(...headings.map((each) => each.column).filter((each) => each > from));
  const room = (next - column) * COLUMN;
  for (let kept = words.length; kept > 0; kept--) {
    const text = words.slice(0, kept).join(' · ');
    if (text.length * CAPTION_LETTER <= room) return { row: 0, column, text, kind: 'caption' };
  }
  return undefined;
}

function wordsFor({ layer, shape, makes }: Captioned): string[] {
  const activation = activationOf(layer);
  const parameters = shape.parameters.reduce(
    (sum, each) => sum + each.shape.reduce((all, side) => all * side),
    0,
  );
  return [
    layerKindOf(layer).table.does(layer, shape, makes),
    ...(activation === 'none' ? [] : [activationKinds[activation].words[0]]),
    ...(parameters > 0 ? [count(parameters, 'parameter')] : []),
    ...(shape.output.height * shape.output.width > 1
      ? [`${count(shape.output.channels, 'map')} of ${size(shape.output)}`]
      : []),
  ];
}

function inputWords(input: Shape): string {
  const { channels } = input;
  const colours = channels === COLOURS.length ? `: ${list(COLOURS)}` : '';
  return `${size(input)} pixels${channels > 1 ? `, ${count(channels, 'channel')}${colours}` : ''}`;
}
