import { isEditable, type Role } from '../sheet/block';
import type { SheetKey } from '../sheet/plan';
import type { ValueCell } from '../sheet/valueCells';
import type { Scene } from './scene';

/** What a cell is in the network, and who writes it. */
export function roleOf(scene: Scene, key: SheetKey, cell: ValueCell): string {
  if (key !== 'values') return OTHERS[key];
  const { block, row } = cell;
  const unit = UNITS.has(block.role) ? scene.classNamed(row) : undefined;
  const typed = isEditable(block) ? ' Yours to type over.' : '';
  return `${ROLES[block.role]}${unit === undefined ? '' : `, for "${unit}"`}.${typed}`;
}

const ROLES: Readonly<Record<Role, string>> = {
  input: 'Pixel of the image on the page',
  filter: 'Weight of a filter, learned',
  bias: 'Bias, learned',
  weights: 'Weight, learned',
  state: 'Neither learned nor computed of an image',
  map: 'Activation, computed',
  statistic: 'Measured, to normalise by',
  mask: 'Mask, drawn from the seed for each step',
  logits: 'Logit, computed: what the last layer makes, before it becomes a probability',
  probabilities: 'Computed of the logits',
  target: 'What the network should say of this image',
  loss: 'How wrong the network is about this image',
  predicted: 'What the network says, in words',
  setting: 'Setting',
  status: 'Where training stands',
  message: 'Words',
};

/** Blocks with a number for each class. */
const UNITS: ReadonlySet<Role> = new Set(['logits', 'probabilities', 'target']);

const OTHERS: Readonly<Record<Exclude<SheetKey, 'values'>, string>> = {
  gradients: 'How much the loss of the batch grows when that cell grows.',
  velocities: 'What the optimiser remembers of the gradients of this weight.',
  secondMoments: 'What the optimiser remembers of the squared gradients of this weight.',
  next: 'What the next step makes of this weight.',
  rotated: 'A filter rotated by 180°.',
};
