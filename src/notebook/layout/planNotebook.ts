import { columnIndex, type Rect } from '../sheet/address';
import { sheetName } from '../sheet/sheetName';
import { lossKinds } from '../kinds/losses';
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
import { BESIDE_INPUT, titleOf } from './sheetTitles';

/**
 * The plan of a notebook whose values stand on the sheet `title`.
 * @param called the name that labels give that sheet, if it is to be renamed once it is drawn
 * @throws SpecError if the network is not valid
 */
export function planNotebook(spec: NotebookSpec, title = spec.title, called = title): Plan {
  const layout = layOut(spec);
  const sheet = (key: SheetKey): SheetPlan => ({
    key,
    name: sheetName(title, SUFFIX[key]),
    blocks: layout.blocks
      .filter((block) => standsOn(key, block))
      .map((block) => planBlock(key, spec, layout, block)),
    labels: labelsOf(key, layout, called),
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
  return [...shared, ...titleOf(key, title, firstOn(key, layout))].map((label) => ({
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
  changes: ' Δ',
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

/** Whether it holds numbers of the network, and no word, setting or count. */
const WITH_CHANGE: ReadonlySet<Role> = new Set([...WITH_GRADIENT, 'state', 'statistic', 'probabilities']);

function standsOn(key: SheetKey, block: Block): boolean {
  if (key === 'values') return true;
  if (key === 'gradients') return WITH_GRADIENT.has(block.role);
  if (key === 'changes') return WITH_CHANGE.has(block.role);
  return key === 'rotated' ? block.role === 'filter' : isParameter(block);
}

function firstOn(key: SheetKey, { blocks }: Layout): Block | undefined {
  return blocks.find((block) => standsOn(key, block));
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
  // The caption of the image gives way to the title of the sheet.
  const givesWay = ({ kind, row, column }: Label) =>
    key in BESIDE_INPUT && kind === 'caption' && row === 0 && column < firstHeading;
  return labels.filter(
    (label) => label.column < trainingColumn && spanned.has(label.column) && !givesWay(label),
  );
}

function planBlock(key: SheetKey, { network }: NotebookSpec, layout: Layout, block: Block): PlannedBlock {
  const oneCell = block.rect.rows * block.rect.columns === 1;
  return {
    ...block,
    format: key === 'values' ? formatOf(block) : FORMATS_BESIDE[key],
    scale: oneCell ? undefined : scaleOf(key, block, layout),
    hasBars:
      key === 'values' && block.role === 'probabilities' && lossKinds[network.loss].makes === 'probability',
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

/** Up or down tells more of a change than its sign. */
const UP_OR_DOWN = `▲0.0E+0;▼0.0E+0;${PALE_ZERO}`;

const FORMATS_BESIDE: Readonly<Record<Exclude<SheetKey, 'values'>, string>> = {
  gradients: SIGNIFICANT,
  velocities: SIGNIFICANT,
  secondMoments: SIGNIFICANT,
  next: '0.000',
  rotated: '0.00',
  changes: UP_OR_DOWN,
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
 * digits more, and changes an arrow.
 */
function widthsOf(
  key: SheetKey,
  { network, classes, adopted }: NotebookSpec,
  { outputColumn, trainingColumn }: Layout,
): ColumnWidth[] {
  const narrow = key === 'values' ? 28 : key === 'changes' ? 46 : 40;
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
    { column: trainingColumn, columns: 1, width: 136 },
    { column: trainingColumn + 1, columns: 1, width: 110 },
  ];
  // Outputs stand in every second column, with gaps between.
  for (let column = outputColumn; column < trainingColumn - 1; column += 2)
    widths.push({ column, columns: 1, width: 125 });
  return widths;
}
