import { freeTitle } from '../../../excel/sheetTitles';
import { replaceSheets, type LastLook } from '../../../excel/notebook/swapNotebookSheets';
import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import { inferShapes } from '../../../engine/shapes';
import type { NetworkSpec } from '../../../engine/spec';
import type { ModelProblem } from '../../../notebook/model/columns';
import { tooLarge } from '../../../notebook/model/size';
import { initialParameters } from '../../../notebook/sheet/initialise';
import type { DataSpec, NotebookSpec } from '../../../notebook/sheet/spec';
import { dataNamed } from './imageSetByName';
import { drawNotebook } from '../createNotebook';
import { sizeMisfit, unitsMisfit } from './imagesMisfit';
import { keptMessage } from './keptMessage';
import { NotebookError } from '../../faults';
import { openImages, type Images } from '../../../training/images';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { OpenNotebooks } from '../../workbook/openNotebooks';
import type { ReadModel } from './modelTable';
import type { Trainer } from '../../../training/trainer';
import { overlapOf } from '../../../training/overlap/findOverlap';
import type { Overlap } from '../../../training/overlap/overlap';
import { buildTexts } from '../../../texts/addin/model';

/** Thrown when building would lose trained or typed numbers: the user is asked first. */
export class WouldLose extends Error {}

/** A notebook that was built. */
export interface Built {
  readonly record: NotebookRecord;
  /** The numbers that were drawn. */
  readonly drawn: Trainer;
  /** What it has of the notebook that it was built from. */
  readonly notice?: string;
}

/** What replacing a notebook needs. */
export interface Replacing {
  readonly context: Excel.RequestContext;
  readonly notebooks: OpenNotebooks;
  /** Is called when the old sheets can go only once the workbook is in front. */
  readonly tell: () => void;
  /** Looks at the old sheets in the request that deletes them. */
  readonly lastLook?: LastLook;
}

/**
 * Builds a notebook from a model table, in place of the one that the table belongs to. Keeps the numbers that
 * both networks have. Deletes nothing before everything new is drawn.
 * @param mark writes what is wrong in a table beside its row
 * @param old the notebook that the table is of, as its cells are now
 * @param confirmed the person agreed to losing weights
 * @throws NotebookError that names the cell when the table cannot be built, WouldLose when the person is to
 *   be asked
 */
export async function build(
  replacing: Replacing,
  mark: (refused: ReadModel) => Promise<void>,
  model: ReadModel,
  old: LiveNotebook | undefined,
  confirmed: boolean,
): Promise<Built> {
  const { spec, images } = await specOf(mark, model, old);
  const trainer = replacing.notebooks.trainerFor(spec, images);
  const kept = old && overlapOf(old.record.spec, spec);
  if (kept) trainer.adopt(old.trainer, kept);
  trainer.compute();
  if (kept && !old.record.spec.adopted && !confirmed) refuseLoss(old, kept);
  const notice = kept && keptMessage(old.record.spec, spec, kept);
  // An adopted sheet is the person's own: the new notebook stands beside it.
  const place = old?.record.spec.adopted ? undefined : old?.record;
  const record = await drawInPlace({ ...replacing, spec, trainer }, place);
  return { record, drawn: trainer, notice };
}

/** What is drawn. */
interface Drawing extends Replacing {
  readonly spec: NotebookSpec;
  readonly trainer: Trainer;
}

/** Draws a notebook, and puts its sheets in the place of another's, if one is given. */
async function drawInPlace(
  { context, notebooks, spec, trainer, tell, lastLook }: Drawing,
  old: NotebookRecord | undefined,
): Promise<NotebookRecord> {
  const title = await freeTitle(context, spec.title);
  const drawn = await drawNotebook(context, spec, trainer, title, old?.names.values);
  if (!old) return drawn;
  return notebooks.replacing(old, drawn, () => replaceSheets(context, old, drawn, tell, lastLook));
}

/** Draws a notebook again, with all its numbers, in place of the one that was built from it. */
export async function drawAgain(
  replacing: Replacing,
  { record: { spec, formulas }, trainer }: LiveNotebook,
  built: NotebookRecord,
): Promise<NotebookRecord> {
  return { ...(await drawInPlace({ ...replacing, spec, trainer }, built)), formulas };
}

/** The spec of the notebook that a table describes. */
async function specOf(
  mark: (refused: ReadModel) => Promise<void>,
  model: ReadModel,
  old: LiveNotebook | undefined,
): Promise<{ spec: NotebookSpec; images: Images }> {
  const refuse = async (problem: ModelProblem): Promise<never> => {
    await mark({ ...model, parsed: { ...model.parsed, problems: [problem] } });
    throw new NotebookError(buildTexts.notBuiltFor(model.reading.addressOf(problem), problem.message));
  };
  const { network, initial, problems } = model.parsed;
  if (problems.length || !network)
    return refuse(problems[0] ?? { column: 'Images', message: buildTexts.emptyTable });
  const { fields } = model.reading;
  const data = await dataNamed(fields.Images, old?.record.spec.data);
  if (!data) return refuse(noSuchImages(fields.Images));
  const images = await imagesFor(data, network, old?.record.spec.classes);
  const source = images.source({ seed: 0 });
  if (!source) return refuse(noSuchImages(fields.Images));
  const misfit = sizeMisfit(network, source) ?? unitsMisfit(network, source, model.parsed.rows);
  if (misfit) return refuse(misfit);
  const spec = described(network, initial, old?.record.spec, { data, classes: source.classes });
  const reason = tooLarge(spec);
  if (reason) throw new NotebookError(buildTexts.notBuilt(reason));
  return { spec, images };
}

/**
 * Classes that the notebook already predicts keep their units, and so their weights, if the images have no
 * others.
 */
async function imagesFor(
  data: DataSpec,
  network: NetworkSpec,
  known: readonly string[] | undefined,
): Promise<Images> {
  const units = inferShapes(network).at(-1)!.output.channels;
  if (data.set !== undefined && known?.length === units) {
    const images = await openImages(data, known);
    if (!images.isMissing) return images;
  }
  return openImages(data);
}

function noSuchImages(word: unknown): ModelProblem {
  return { column: 'Images', message: buildTexts.noSuchImages(String(word)) };
}

/** What the table does not specify stays as it was, if it still fits. */
function described(
  network: NetworkSpec,
  named: NonNullable<NotebookSpec['initial']>,
  old: NotebookSpec | undefined,
  data: Pick<NotebookSpec, 'data' | 'classes'>,
): NotebookSpec {
  const isSame = old && JSON.stringify(shapesOf(old.network)) === JSON.stringify(shapesOf(network));
  return {
    ...data,
    title: old?.title ?? 'Notebook',
    network,
    question: questionFor(network, data.classes, old),
    initial: { ...fitting(old, network), ...named },
    settings: old?.settings,
    compact: isSame ? old.compact : old?.compact || stridesOf(network) > 2,
    anchors: isSame ? old.anchors : undefined,
  };
}

function questionFor(
  network: NetworkSpec,
  classes: readonly string[],
  old: NotebookSpec | undefined,
): string {
  if (old && old.network.loss === network.loss && old.classes.length === classes.length) return old.question;
  if (network.loss === 'sigmoidCrossEntropy')
    return classes.length === 1 ? buildTexts.questions.oneLabel(classes[0]) : buildTexts.questions.manyLabels;
  return 'one-hot';
}

/** The old notebook's initial weights, for parameters whose shape is the same in the new one. */
function fitting(old: NotebookSpec | undefined, network: NetworkSpec): NonNullable<NotebookSpec['initial']> {
  if (!old?.initial) return {};
  const before = parameterShapes(old.network);
  const after = parameterShapes(network);
  const fits = (name: string) => after.has(name) && after.get(name) === before.get(name);
  return Object.fromEntries(Object.entries(old.initial).filter(([name]) => fits(name)));
}

function shapesOf(network: NetworkSpec) {
  return inferShapes(network).map(({ name, output, parameters }) => ({ name, output, parameters }));
}

/** By parameter name. */
function parameterShapes(network: NetworkSpec): Map<string, string> {
  const parameters = inferShapes(network).flatMap((layer) => layer.parameters);
  return new Map(parameters.map(({ name, shape }) => [name, shape.join()]));
}

function stridesOf(network: NetworkSpec): number {
  return inferShapes(network).reduce((product, { stride }) => product * stride.rows, 1);
}

/** The most parameters listed in the question. */
const MOST_NAMES = 4;

/** Throws if trained or typed weights would be lost. */
function refuseLoss({ record: { spec }, trainer }: LiveNotebook, kept: Overlap): void {
  const first = initialParameters(spec, trainer.settings.seed);
  const isLost = ([name, values]: [string, Float64Array]) => {
    const stays = new Set(kept.get(name)?.indexes);
    return values.some((value, index) => !stays.has(index) && value !== first.get(name)![index]);
  };
  const names = [...trainer.network.parameters].filter(isLost).map(([name]) => name);
  if (names.length === 0) return;
  throw new WouldLose(
    buildTexts.wouldLose(names.slice(0, MOST_NAMES), Math.max(0, names.length - MOST_NAMES)),
  );
}
