import { cellRect, columnIndex, toA1, type Rect } from '../sheet/address';
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
  type PlannedLabel,
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
 * @throws SpecError if the network is not valid
 */
export function planNotebook(spec: NotebookSpec, title = spec.title): Plan {
  const layout = layOut(spec);
  const sheet = (key: SheetKey): SheetPlan => ({
    key,
    name: sheetName(title, SUFFIX[key]),
    blocks: layout.blocks
      .filter((block) => standsOn(key, block))
      .map((block) => planBlock(key, layout, block)),
    labels: labelsOf(key, layout, title),
    bands: bandsOf(key, layout),
    widths: widthsOf(key, spec, layout),
    frozenRows: 1,
    isAdopted: key === 'values' && spec.adopted !== undefined,
  });
  return {
    spec,
    layout,
    sheets: Object.fromEntries(SHEET_KEYS.map((key) => [key, sheet(key)])) as Record<SheetKey, SheetPlan>,
  };
}

function labelsOf(key: SheetKey, layout: Layout, title: string): PlannedLabel[] {
  const shared = labelsOn(key, layout);
  return [...shared, ...titleOf(key, title, layout)].map((label) => ({
    ...label,
    small: label.kind === 'caption' || (label.kind === 'label' && label.column < layout.outputColumn),
  }));
}

/** The heads of all that stands below a heading. An adopted sheet keeps those that it has. */
function bandsOf(key: SheetKey, layout: Layout): Rect[] {
  const blocks = layout.blocks.filter(
    (block) => standsOn(key, block) && !(key === 'values' && block.isAdopted),
  );
  return layout.labels.flatMap(({ kind, column }) => {
    const below = blocks.filter(({ rect }) => kind === 'heading' && rect.column === column);
    const columns = Math.max(0, ...below.map(({ rect }) => rect.columns));
    return columns > 0 ? [{ row: 0, column, rows: 1, columns }] : [];
  });
}

/** The endings of the sheets' names, after the notebook's title such as "Lesson 4". */
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

/**
 * What the sheet is: in the first cell, which is free on a sheet of weights; on that of gradients right of the heading that
 * stands there.
 */
function titleOf(key: SheetKey, title: string, { blocks }: Layout): Label[] {
  if (key === 'gradients') {
    const text = `each number is ∂L/∂ the same cell of ${title}`;
    return [{ row: 0, column: GRADIENTS_TITLE, text, kind: 'caption' }];
  }
  const words = TITLES[key];
  if (!words) return [];
  const first = blocks.find((block) => standsOn(key, block));
  const text = first ? words(` (from ${toA1(cellRect(first.rect.row, first.rect.column))} on)`) : words('');
  return [{ row: 0, column: 0, text, kind: 'heading' }];
}

/** A column right of the heading of the input. */
const GRADIENTS_TITLE = 2;

/** What stands on a sheet of weights, and where, since its first cells may lie right of the window. */
const TITLES: Readonly<Partial<Record<SheetKey, (where: string) => string>>> = {
  velocities: (where) => `Memory of the optimiser, one for each weight${where}. ${rulesOf('velocities')}`,
  secondMoments: (where) =>
    `Second moments that the optimiser remembers, one for each weight${where}. ${rulesOf('secondMoments')}`,
  next: (where) => `Each weight after the next step${where}`,
  rotated: (where) => `Filters rotated by 180°${where}`,
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

/** Names of settings only on sheets with settings; other labels on every sheet that has cells below them. */
function labelsOn(key: SheetKey, { blocks, labels, trainingColumn }: Layout): readonly Label[] {
  if (key === 'values') return labels;
  // A page may have thousands of blocks and labels: columns are looked up.
  const spanned = new Set<number>();
  for (const block of blocks) {
    if (!standsOn(key, block)) continue;
    const { column, columns } = block.rect;
    for (let each = column - 1; each < column + columns; each++) spanned.add(each);
  }
  const headings = labels.filter(({ kind, column }) => kind === 'heading' && column > 0);
  const firstHeading = Math.min(...headings.map(({ column }) => column));
  // The caption of the image gives way to the title of the sheet of gradients.
  const givesWay = ({ kind, row, column }: Label) =>
    key === 'gradients' && kind === 'caption' && row === 0 && column < firstHeading;
  return labels.filter(
    (label) => label.column < trainingColumn && spanned.has(label.column) && !givesWay(label),
  );
}

function planBlock(key: SheetKey, layout: Layout, block: Block): PlannedBlock {
  const oneCell = block.rect.rows * block.rect.columns === 1;
  return {
    ...block,
    format: key === 'values' ? formatOf(block) : FORMATS_BESIDE[key],
    scale: oneCell ? undefined : scaleOf(key, block, layout),
    small: block.rect.column < layout.outputColumn,
    framed: isEditable(block),
    editable: isEditable(block) && TYPED.has(key),
  };
}

/** The sheets that may be typed into, since they hold state. */
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

/** Zeros are grey, so that other numbers stand out: the 48th colour of Excel's palette is #969696. */
const PALE_ZERO = '[Color48]0';

/** Gradients and what is made of them have two digits each, however small they are. */
const SIGNIFICANT = `0.0E+0;-0.0E+0;${PALE_ZERO}`;

const FORMATS_BESIDE: Readonly<Record<Exclude<SheetKey, 'values'>, string>> = {
  gradients: SIGNIFICANT,
  velocities: SIGNIFICANT,
  secondMoments: SIGNIFICANT,
  next: '0.000',
  rotated: '0.00',
};

/** Short enough for narrow columns; 0 takes one character, so that other numbers stand out. */
const FORMATS: Readonly<Record<Role, string>> = {
  input: `0.0;-0.0;${PALE_ZERO}`,
  filter: '0.00',
  bias: '0.00',
  weights: '0.00',
  state: '0.00',
  map: `0.0;-0.0;${PALE_ZERO}`,
  statistic: '0.00',
  mask: `0.0;-0.0;${PALE_ZERO}`,
  logits: '0.0000',
  probabilities: '0.0000',
  target: 'General',
  loss: '0.0000',
  predicted: 'General',
  setting: 'General',
  status: '0.0000',
  message: '@',
};

function scaleOf(key: SheetKey, { role, source }: Block, { isNeverNegative }: Layout): Scale | undefined {
  if (key === 'secondMoments') return 'sequential';
  if (key !== 'values') return 'diverging';
  if (role === 'mask') return 'sequential';
  if (role === 'input' || role === 'map')
    return isNeverNegative.has(source.tensor) ? 'sequential' : 'diverging';
  return role === 'filter' || role === 'weights' ? 'diverging' : undefined;
}

/**
 * Maps have columns of about three characters, so that the sheet looks like pictures; gradients need two
 * digits more.
 */
function widthsOf(
  key: SheetKey,
  { network, classes, adopted }: NotebookSpec,
  { outputColumn, trainingColumn }: Layout,
): ColumnWidth[] {
  const narrow = key === 'values' ? 28 : 40;
  // The columns of an adopted sheet are as wide as the person made them.
  const firstOwn = key === 'values' && adopted ? columnIndex(adopted.free) : 0;
  const longest = Math.max(...classes.map((word) => word.length));
  const isOneQuestion = lossKinds[network.loss].predicts === 'any labels' && classes.length <= 1;
  const wordWidth = isOneQuestion ? 20 : 20 + 6 * longest;
  const widths = [
    ...(firstOwn < outputColumn
      ? [{ column: firstOwn, columns: outputColumn - firstOwn, width: narrow }]
      : []),
    { column: outputColumn, columns: trainingColumn - outputColumn, width: 20 },
    { column: outputColumn + 1, columns: 1, width: wordWidth },
    { column: trainingColumn, columns: 1, width: 125 },
    { column: trainingColumn + 1, columns: 1, width: 110 },
  ];
  // Outputs stand in every second column, with gaps between.
  for (let column = outputColumn; column < trainingColumn - 1; column += 2)
    widths.push({ column, columns: 1, width: 125 });
  return widths;
}
