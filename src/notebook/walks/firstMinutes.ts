import type { Rect } from '../sheet/address';
import type { Block } from '../sheet/block';
import type { Plan } from '../sheet/plan';
import type { Stop } from './walk';

export type FirstMinutesStop = 'digit' | 'filter' | 'map' | 'step' | 'gradient' | 'run';

/** From the image to training. Empty for a network without filters. */
export function firstMinutes({ layout: { blocks } }: Plan): Stop<FirstMinutesStop>[] {
  const image = blocks.find(({ role }) => role === 'input');
  const filter = blocks.find(({ role }) => role === 'filter');
  const map = blocks.find(({ role, reads }) => role === 'map' && filter && reads.includes(filter.name));
  const loss = blocks.find(({ role }) => role === 'loss');
  if (!image || !filter || !map || !loss) return [];
  const weight = { block: filter.name, part: middleOf(filter) };
  return [
    { name: 'digit', cells: { sheet: 'values', block: image.name }, task: 'look' },
    { name: 'filter', cells: { sheet: 'values', ...weight }, task: 'type' },
    { name: 'map', cells: { sheet: 'values', block: map.name }, task: 'look' },
    { name: 'step', cells: { sheet: 'values', block: loss.name }, task: { steps: 1 } },
    { name: 'gradient', cells: { sheet: 'gradients', ...weight }, task: 'look' },
    { name: 'run', cells: { sheet: 'values', block: loss.name }, task: { steps: 10 } },
  ];
}

function middleOf({ rect: { rows, columns } }: Block): Rect {
  return { row: Math.floor(rows / 2), column: Math.floor(columns / 2), rows: 1, columns: 1 };
}
