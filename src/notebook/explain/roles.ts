import { isEditable, type Role } from '../sheet/block';
import type { SheetKey } from '../sheet/plan';
import type { ValueCell } from '../sheet/valueCells';
import type { Scene } from './scene';

/** What a cell is in the network, and whether it is typed or computed. */
export function roleOf(scene: Scene, key: SheetKey, cell: ValueCell): string {
  if (key !== 'values') return OTHERS[key];
  const { block, row } = cell;
  if (block.role === 'logits' && scene.scoreWord === 'output') return 'Output of the last layer, computed.';
  const unit = UNITS.has(block.role) ? scene.classNamed(row) : undefined;
  const typed = isEditable(block) ? ' Yours to type over.' : '';
  return `${ROLES[block.role]}${unit === undefined ? '' : `, for "${unit}"`}.${typed}`;
}

const ROLES: Readonly<Record<Role, string>> = {
  input: 'Pixel of the image on the page',
  filter: 'Weight of a filter, learned',
  bias: 'Bias, learned',
  weights: 'Weight, learned',
  state: 'Neither learned nor computed from an image',
  map: 'Activation, computed',
  statistic: 'Statistic to normalise with',
  mask: 'Mask, drawn from the seed for each step',
  logits: 'Logit, computed: the output of the last layer, before it becomes a probability',
  probabilities: 'Computed from the logits',
  target: 'What the network should predict for this image',
  loss: 'How wrong the network is about this image',
  predicted: 'The prediction, in words',
  setting: 'Setting',
  status: 'Progress of training',
  message: 'Words',
};

/** Blocks with one number per class. */
const UNITS: ReadonlySet<Role> = new Set(['logits', 'probabilities', 'target']);

const OTHERS: Readonly<Record<Exclude<SheetKey, 'values'>, string>> = {
  gradients: 'How much the loss of the batch grows when that cell grows.',
  velocities: 'The velocity (or first moment) that the optimiser keeps for this weight.',
  secondMoments: 'The second moment that the optimiser keeps for this weight.',
  next: 'This weight after the next step.',
  rotated: 'A filter rotated by 180°.',
  changes: 'How much that cell has changed.',
};
