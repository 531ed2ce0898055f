import { inferShapes, type LayerShape } from '../../../engine/shapes';
import type { NotebookSpec } from '../../../notebook/sheet/spec';
import { NEW, type AxisOverlap, type Overlap } from '../../../training/overlap/overlap';
import { keptTexts, type Share } from '../../../texts/addin/kept';

/** The most sentences about single layers. */
const MOST_SENTENCES = 5;

/** In words: which numbers a network that was built has of the one before, and which are new or gone. */
export function keptMessage(before: NotebookSpec, after: NotebookSpec, kept: Overlap): string {
  const former = new Map(trained(before).map((shape) => [shape.name, shape]));
  const shapes = trained(after);
  const ofLayers = shapes.map((shape) => changesOf(former.get(shape.name), shape, kept));
  const names = new Set(shapes.map(({ name }) => name));
  const gone = [...former.keys()].filter((name) => !names.has(name)).map(keptTexts.layerGone);
  const changes = [...ofLayers.flat(), ...gone];
  const hasWhole = ofLayers.some((sentences) => sentences.length === 0);
  const more = changes.length - MOST_SENTENCES;
  return [
    ...changes.slice(0, MOST_SENTENCES),
    ...(more > 0 ? [keptTexts.moreChanges(more)] : []),
    ...(hasWhole ? [changes.length ? keptTexts.othersKept : keptTexts.allKept] : []),
  ].join(' ');
}

/** The layers that learn. */
function trained({ network }: NotebookSpec): LayerShape[] {
  return inferShapes(network).filter(({ parameters }) => parameters.length > 0);
}

/** Sentences about a layer; none if it keeps all its numbers. */
function changesOf(before: LayerShape | undefined, after: LayerShape, kept: Overlap): string[] {
  const { name, parameters } = after;
  const weights = kept.get(parameters[0].name);
  if (!before || !weights) return [keptTexts.layerNew(name)];
  const reason = whyNew(name, parameters[0].shape, weights.axes);
  return [...(reason ? [reason] : axisChanges(name, weights.axes)), ...biasChanges(before, after)];
}

/** Why no weight of a layer is kept; undefined if some are. */
function whyNew(name: string, shape: readonly number[], axes: readonly AxisOverlap[]): string | undefined {
  const [outputs, inputs, ...kernel] = axes.map(shareOf);
  if (kernel.some((side) => side.kept === 0)) return keptTexts.otherKernel(name, shape.slice(2).join('×'));
  if (outputs.kept === 0) return keptTexts.layerNew(name);
  return inputs?.kept === 0 ? keptTexts.otherMapSize(name) : undefined;
}

function axisChanges(name: string, axes: readonly AxisOverlap[]): string[] {
  const [outputs, inputs] = axes.map(shareOf);
  const kind = axes.length === 4 ? 'filter' : axes.length === 2 ? 'unit' : 'channel';
  return [
    ...(isWhole(outputs) ? [] : [keptTexts.outputs(name, kind, outputs)]),
    ...(!inputs || isWhole(inputs) ? [] : [keptTexts.inputs(name, inputs)]),
  ];
}

function biasChanges({ parameters: before }: LayerShape, { name, parameters: after }: LayerShape): string[] {
  if (before.length === after.length) return [];
  return [before.length < after.length ? keptTexts.biasesNew(name) : keptTexts.biasesGone(name)];
}

function shareOf({ from, former }: AxisOverlap): Share {
  const kept = from.filter((position) => position !== NEW).length;
  const areFirst = from.every((position, at) => (at < kept ? position === at : position === NEW));
  return { kept, areFirst, added: from.length - kept, gone: former - kept };
}

function isWhole({ added, gone }: Share): boolean {
  return added === 0 && gone === 0;
}
