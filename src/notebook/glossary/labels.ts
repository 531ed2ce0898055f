import { layerKindOf } from '../kinds/layers';
import { lossKinds } from '../kinds/losses';
import { NAMES } from '../layout/outputs';
import { contains } from '../sheet/address';
import type { Block } from '../sheet/block';
import type { Label } from '../sheet/layout';
import type { Plan, SheetKey } from '../sheet/plan';
import { settingNamed } from '../sheet/settings';
import type { EntryKey, Topic } from './contents';
import { entryOfLayer, SETTING_ENTRIES } from './entryLookup';

/**
 * The glossary topic of a label: of a heading, by the blocks below it; of any other, by the block beside or
 * below. Undefined for labels that name no cells.
 */
export function topicOfLabel(plan: Plan, key: SheetKey, label: Label): Topic | undefined {
  if (label.row === 0) return topicOfHeading(plan, key, headingOf(plan, key, label));
  if (label.kind === 'key') return { entry: 'colours' };
  const block = blockAt(plan, label);
  return block && topicOfBlock(plan, block);
}

/** A heading itself, or that of a caption right of it. */
function headingOf(plan: Plan, key: SheetKey, { column }: Label): Label {
  const headings = plan.sheets[key].labels.filter(({ kind }) => kind === 'heading');
  return headings.findLast((heading) => heading.column <= column)!;
}

function topicOfHeading(plan: Plan, key: SheetKey, { text, column }: Label): Topic | undefined {
  const { layout } = plan;
  const name = nameIn(plan, text);
  if (key === 'gradients')
    return column > layout.outputColumn ? { entry: 'backpropagation' } : { entry: 'gradient', layer: name };
  if (key !== 'values' && key !== 'changes')
    return { entry: key === 'rotated' ? 'backpropagation' : 'optimiser' };
  if (name !== undefined && column <= layout.outputColumn) return topicOfLayer(plan, name, text);
  if (column === 0) return { entry: 'input' };
  if (column === layout.trainingColumn) return { entry: 'training' };
  const entry = OUTPUT_HEADINGS[text];
  return entry && { entry };
}

const OUTPUT_HEADINGS: Readonly<Record<string, EntryKey>> = {
  Probability: 'probability',
  Probabilities: 'probability',
  Output: 'squaredError',
  Target: 'target',
  Loss: 'loss',
};

/** The layer that a heading names: "Conv1", "Dense weights", "Dropout mask". */
function nameIn({ spec }: Plan, text: string): string | undefined {
  const [first] = text.split(' ');
  return spec.network.layers.find(({ name }) => name.toLowerCase() === first.toLowerCase())?.name;
}

function topicOfLayer({ spec }: Plan, name: string, text: string): Topic {
  const layer = spec.network.layers.find((each) => each.name === name)!;
  const isLast = spec.network.layers.at(-1) === layer;
  if (text.endsWith(' logits')) return { entry: 'logits', layer: name };
  if (text.endsWith(' outputs')) return { entry: 'squaredError' };
  if (text.endsWith(' activation')) return { entry: isLast ? 'logits' : 'activation', layer: name };
  return { entry: entryOfLayer(layer.type), layer: name };
}

/**
 * The block that a label names: beside it if that is a setting, otherwise left of the label, or one or two rows
 * below.
 */
function blockAt({ layout }: Plan, { row, column }: Label): Block | undefined {
  const places = column >= layout.trainingColumn ? BESIDE_SETTING : PLACES;
  for (const [down, right] of places) {
    const cell = { row: row + down, column: column + right };
    const block = layout.blocks.find(({ rect }) => contains(rect, cell));
    if (block) return block;
  }
  return undefined;
}

/** Left of the cell of a setting stands its name, right of it what it means. */
const BESIDE_SETTING = [
  [0, 1],
  [0, -1],
];

const PLACES = [
  [0, -1],
  [1, 0],
  [2, 0],
];

function topicOfBlock({ spec }: Plan, { name, role }: Block): Topic | undefined {
  const setting = settingNamed(name);
  if (setting) return { entry: SETTING_ENTRIES[setting.key] };
  if (NAMED_ENTRIES[name]) return { entry: NAMED_ENTRIES[name] };
  // The word to the right of a logit is its class.
  if (role === 'input') return { entry: 'input' };
  if (role === 'logits') return { entry: 'class' };
  if (role === 'target') return { entry: lossKinds[spec.network.loss].sharesOut ? 'oneHot' : 'target' };
  const layer = spec.network.layers.find((each) => name.startsWith(`${each.name}.`));
  if (!layer) return undefined;
  const { labels, key } = layerKindOf(layer).glossary;
  return { entry: (labels[role] ?? key) as EntryKey, layer: layer.name };
}

const NAMED_ENTRIES: Readonly<Record<string, EntryKey>> = {
  [NAMES.predicted]: 'prediction',
  [NAMES.step]: 'step',
  [NAMES.batchLoss]: 'loss',
  [NAMES.message]: 'message',
  [NAMES.data]: 'images',
  [NAMES.epoch]: 'epoch',
  [NAMES.rateNow]: 'schedule',
  [NAMES.optimiserStep]: 'optimiser',
};
