import { freeTitle } from '../../../excel/sheetTitles';
import { replaceSheets } from '../../../excel/notebook/swapNotebookSheets';
import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import { inferShapes } from '../../../engine/shapes';
import type { NetworkSpec } from '../../../engine/spec';
import type { ModelProblem } from '../../../notebook/model/columns';
import { tooLarge } from '../../../notebook/model/size';
import { initialParameters } from '../../../notebook/sheet/initialise';
import type { DataSpec, NotebookSpec } from '../../../notebook/sheet/spec';
import { dataNamed } from './imageSetByName';
import { drawNotebook } from '../createNotebook';
import { differingSides, sizeInWords } from '../images/imageFit';
import { NotebookError } from '../../faults';
import { openImages, type Images } from '../../../training/images';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import type { OpenNotebooks } from '../../workbook/openNotebooks';
import type { ReadModel } from './modelTable';
import type { Trainer } from '../../../training/trainer';
import { buildTexts } from '../../../texts/addin/model';

/** Thrown when building would lose trained or typed numbers: the user is asked first. */
export class WouldLose extends Error {}

/** What building needs. */
interface Services {
  readonly notebooks: OpenNotebooks;
  /** Writes what is wrong in a table beside its row. */
  mark(refused: ReadModel): Promise<void>;
}

/**
 * Builds a notebook from a model table, in place of the one that the table belongs to. Keeps the weights of
 * layers whose shape is unchanged. Deletes nothing before everything new is drawn.
 * @param old the notebook that the table is of, as its cells are now
 * @param confirmed the person agreed to losing weights
 * @param tell is called when the old sheets can go only once the workbook is in front
 * @throws NotebookError that names the cell when the table cannot be built, WouldLose when the person is to
 *   be asked
 */
export async function build(
  context: Excel.RequestContext,
  { notebooks, mark }: Services,
  model: ReadModel,
  old: LiveNotebook | undefined,
  confirmed: boolean,
  tell: () => void,
): Promise<NotebookRecord> {
  const { spec, images } = await specOf(mark, model, old);
  const trainer = trainerFor(notebooks, spec, images, old);
  if (old && !old.record.spec.adopted && !confirmed) refuseLoss(old, spec);
  const drawn = await drawNotebook(context, spec, trainer, await freeTitle(context, spec.title));
  // An adopted sheet is the person's own: the new notebook stands beside it.
  return old && !old.record.spec.adopted ? replaceSheets(context, old.record, drawn, tell) : drawn;
}

/** The spec of the notebook that a table describes. */
async function specOf(
  mark: Services['mark'],
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
  const misfit = misfitOf(network, source, model.parsed.rows);
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

interface Source {
  readonly name: string;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly classes: readonly string[];
}

/** What prevents a network from reading these images, or from predicting their classes. */
function misfitOf(network: NetworkSpec, source: Source, rows: readonly number[]): ModelProblem | undefined {
  const [side] = differingSides(network.input, source);
  if (side) {
    return {
      column: COLUMN_OF[side],
      message: buildTexts.otherSize(source.name, sizeInWords(source), source[side]),
    };
  }
  const units = inferShapes(network).at(-1)!.output.channels;
  const { length } = source.classes;
  if (units === length) return undefined;
  return {
    row: rows.at(-1),
    column: 'Filters or units',
    message: buildTexts.otherUnits(units, source.name, length),
  };
}

const COLUMN_OF = { channels: 'Channels', height: 'Height', width: 'Width' } as const;

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
  const kept = keptNames(old.network, network);
  return Object.fromEntries(Object.entries(old.initial).filter(([name]) => kept.has(name)));
}

function shapesOf(network: NetworkSpec) {
  return inferShapes(network).map(({ name, output, parameters }) => ({ name, output, parameters }));
}

/** The parameters that both networks have with the same shape. */
function keptNames(before: NetworkSpec, after: NetworkSpec): Set<string> {
  const key = ({ name, shape }: { name: string; shape: number[] }) => `${name} ${shape.join()}`;
  const parameters = (network: NetworkSpec) => inferShapes(network).flatMap((layer) => layer.parameters);
  const known = new Set(parameters(before).map(key));
  return new Set(
    parameters(after)
      .filter((parameter) => known.has(key(parameter)))
      .map(({ name }) => name),
  );
}

function stridesOf(network: NetworkSpec): number {
  return inferShapes(network).reduce((product, { stride }) => product * stride, 1);
}

function trainerFor(
  notebooks: OpenNotebooks,
  spec: NotebookSpec,
  images: Images,
  old: LiveNotebook | undefined,
): Trainer {
  const trainer = notebooks.trainerFor(spec, images);
  if (old) trainer.adopt(old.trainer, keptNames(old.record.spec.network, spec.network));
  trainer.compute();
  return trainer;
}

/** The most parameters listed in the question. */
const MOST_NAMES = 4;

/** Throws if trained or typed weights would be lost. */
function refuseLoss({ record: { spec: before }, trainer }: LiveNotebook, after: NotebookSpec): void {
  const kept = keptNames(before.network, after.network);
  const first = initialParameters(before, trainer.settings.seed);
  const lost = [...trainer.network.parameters].filter(
    ([name, values]) => !kept.has(name) && values.some((value, index) => value !== first.get(name)![index]),
  );
  if (lost.length === 0) return;
  const names = lost.map(([name]) => name);
  throw new WouldLose(
    buildTexts.wouldLose(names.slice(0, MOST_NAMES), Math.max(0, names.length - MOST_NAMES)),
  );
}
