import { sheetName } from '../sheet/sheetName';
import type { Memory } from '../../engine/optimisers';
import { lossKinds } from '../kinds/losses';
import { optimiserKinds } from '../kinds/optimisers';
import { list } from '../glossary/phrases';
import { isEditable, isParameter, type Block, type Role } from '../sheet/block';
import {
  SHEET_KEYS,
  type ColumnWidth,
  type Plan,
  type PlannedBlock,
  type Scale,
  type SheetKey,
  type SheetPlan,
} from '../sheet/plan';
import { settingNamed } from '../sheet/settings';
import type { NotebookSpec } from '../sheet/spec';
import { layOut } from '.';
import type { Label, Layout } from '../sheet/layout';
import { NAMES } from './outputs';

/**
 * The plan of a notebook whose values stand on the sheet `title`.
 * @throws SpecError when the network is not possible.
 */
export function planNotebook(spec: NotebookSpec, title = spec.title): Plan {
  const layout = layOut(spec);
  const sheet = (key: SheetKey): SheetPlan => ({
    key,
    name: sheetName(title, SUFFIX[key]),
    blocks: layout.blocks
      .filter((block) => standsOn(key, block))
      .map((block) => planBlock(key, layout, block)),
    labels: [...layout.labels.filter((label) => labelStandsOn(key, layout, label)), ...titleOf(key)].map(
      (label) => ({ ...label, small: label.kind === 'label' && label.column < layout.outputColumn }),
    ),
    widths: widthsOf(key, spec, layout),
    frozenRows: 1,
  });
  return {
    spec,
    layout,
    sheets: Object.fromEntries(SHEET_KEYS.map((key) => [key, sheet(key)])) as Record<SheetKey, SheetPlan>,
  };
}

/** What the sheets of a notebook called "Lesson 4" are called. */
export const SUFFIX: Readonly<Record<SheetKey, string>> = {
  values: '',
  gradients: ' ∂',
  velocities: ' v',
  secondMoments: ' v²',
  next: ' next',
  rotated: ' rotated',
};

const WITH_GRADIENT: ReadonlySet<Role> = new Set([
  'input',
  'filter',
  'bias',
  'weights',
  'map',
  'logits',
  'loss',
]);

function standsOn(key: SheetKey, block: Block): boolean {
  if (key === 'values') return true;
  if (key === 'gradients') return WITH_GRADIENT.has(block.role);
  return key === 'rotated' ? block.role === 'filter' : isParameter(block);
}

/** Nothing stands under the first cell of a sheet of weights, so it says what the sheet is. */
function titleOf(key: SheetKey): Label[] {
  const text = TITLES[key];
  return text ? [{ row: 0, column: 0, text, kind: 'heading' }] : [];
}

const TITLES: Readonly<Partial<Record<SheetKey, string>>> = {
  velocities: `Memory of the optimiser, one for each weight. ${rulesOf('velocities')}`,
  secondMoments: `Second moments that the optimiser remembers, one for each weight. ${rulesOf('secondMoments')}`,
  next: 'Each weight after the next step',
  rotated: 'Filters rotated by 180°',
};

/** "Momentum and Nesterov: v ← …. Adam: v ← …. SGD leaves it as it is." */
function rulesOf(memory: Memory): string {
  const all = Object.entries(optimiserKinds).map(([name, { remembers }]) => ({
    name,
    rule: remembers[memory],
  }));
  const rules = [...new Set(all.map(({ rule }) => rule))].filter((rule) => rule !== undefined);
  const namesOf = (rule: string | undefined) =>
    all.filter((each) => each.rule === rule).map(({ name }) => name);
  const idle = namesOf(undefined);
  return [
    ...rules.map((rule) => `${list(namesOf(rule))}: ${rule}.`),
    ...(idle.length ? [`${list(idle)} ${idle.length === 1 ? 'leaves' : 'leave'} it as it is.`] : []),
  ].join(' ');
}

/** The names of settings only where the settings are; the other words wherever something stands under them. */
function labelStandsOn(key: SheetKey, layout: Layout, label: Label): boolean {
  if (key === 'values') return true;
  const blocks = layout.blocks.filter((block) => standsOn(key, block));
  const spans = ({ rect }: Block) =>
    label.column >= rect.column - 1 && label.column < rect.column + rect.columns;
  return label.column < layout.trainingColumn && blocks.some(spans);
}

function planBlock(key: SheetKey, layout: Layout, block: Block): PlannedBlock {
  const oneCell = block.rect.rows * block.rect.columns === 1;
  return {
    ...block,
    format: key === 'values' ? formatOf(block) : '0.000;-0.000;0',
    scale: oneCell ? undefined : scaleOf(key, block.role),
    small: block.rect.column < layout.outputColumn,
    framed: isEditable(block) && block.role !== 'input',
    editable: isEditable(block) && TYPED.has(key),
  };
}

/** The sheets that hold state, in which a person may type. */
const TYPED: ReadonlySet<SheetKey> = new Set(['values', 'velocities', 'secondMoments']);

function formatOf(block: Block): string {
  const setting = settingNamed(block.name);
  if (setting) return setting.format;
  if (block.role === 'status') return STATUS_FORMATS[block.name] ?? FORMATS.status;
  return FORMATS[block.role];
}

const STATUS_FORMATS: Readonly<Record<string, string>> = {
  [NAMES.step]: '0',
  [NAMES.optimiserStep]: '0',
  [NAMES.epoch]: '0.00',
  [NAMES.rateNow]: 'General',
};

/** Narrow enough for narrow columns; a zero is one character, so that what is not zero stands out. */
const FORMATS: Readonly<Record<Role, string>> = {
  input: '0.0;-0.0;0',
  filter: '0.00',
  bias: '0.00',
  weights: '0.00',
  state: '0.00',
  map: '0.0;-0.0;0',
  statistic: '0.00',
  mask: '0.0;-0.0;0',
  logits: '0.0000',
  probabilities: '0.0000',
  target: 'General',
  loss: '0.0000',
  predicted: 'General',
  setting: 'General',
  status: '0.0000',
  message: '@',
};

function scaleOf(key: SheetKey, role: Role): Scale | undefined {
  if (key !== 'values') return 'diverging';
  if (role === 'input' || role === 'map' || role === 'mask') return 'sequential';
  return role === 'filter' || role === 'weights' ? 'diverging' : undefined;
}

/** About three characters where maps stand, so that the sheet reads as pictures; gradients need two digits more. */
function widthsOf(
  key: SheetKey,
  { network, classes }: NotebookSpec,
  { outputColumn, trainingColumn }: Layout,
): ColumnWidth[] {
  const narrow = key === 'values' ? 28 : 36;
  const longest = Math.max(...classes.map((word) => word.length));
  const isOneQuestion = lossKinds[network.loss].predicts === 'any labels' && classes.length <= 1;
  const wordWidth = isOneQuestion ? 20 : 20 + 6 * longest;
  const widths = [
    { column: 0, columns: outputColumn, width: narrow },
    { column: outputColumn, columns: trainingColumn - outputColumn, width: 20 },
    { column: outputColumn + 1, columns: 1, width: wordWidth },
    { column: trainingColumn, columns: 1, width: 125 },
    { column: trainingColumn + 1, columns: 1, width: 110 },
  ];
  // Outputs stand in every second column; the others are gaps.
  for (let column = outputColumn; column < trainingColumn - 1; column += 2)
    widths.push({ column, columns: 1, width: 125 });
  return widths;
}
