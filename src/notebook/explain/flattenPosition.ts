import { layerKindOf } from '../kinds/layers';
import type { Flat } from './explanation';
import type { Scene } from './scene';

/**
 * The position of a number in the flattened vector.
 * @param tensor the maps, or the flattened vector
 * @returns undefined if these maps are not flattened
 */
export function flatOf(scene: Scene, tensor: string, index: number): Flat | undefined {
  const { layers } = scene.network.spec;
  const flattens = (at: number) => layers[at] !== undefined && layerKindOf(layers[at]).explain.flattens;
  let first = scene.positionOf(tensor);
  if (!flattens(first)) first += 1;
  while (flattens(first - 1)) first -= 1;
  if (!flattens(first)) return undefined;
  const { channels, height, width } = scene.network.shapes[first].input;
  if (height * width === 1) return undefined;
  const word = scene.shown(layers[first].name) === 'input' ? 'channel' : 'map';
  const reader = layers.find((_, at) => at >= first && !flattens(at));
  return {
    word,
    reader: reader?.name ?? 'the loss',
    values: [...scene.numbersOf('values', layers[first].name)],
    ...{ channels, height, width, index },
    text: positionText({ word, channels, height, width }, index),
  };
}

/** "Number 159 of 288: map 2, row 2, column 3, which is (2 − 1) · 144 + (2 − 1) · 12 + 3." */
function positionText(
  { word, channels, height, width }: Omit<Flat, 'index' | 'text' | 'reader' | 'values'>,
  index: number,
) {
  const size = height * width;
  const channel = Math.floor(index / size) + 1;
  const row = Math.floor((index % size) / width) + 1;
  const column = (index % width) + 1;
  return (
    `Number ${index + 1} of ${channels * size} in the flattened row: ${word} ${channel}, row ${row}, column ${column}, ` +
    `which is (${channel} − 1) · ${size} + (${row} − 1) · ${width} + ${column}.`
  );
}
