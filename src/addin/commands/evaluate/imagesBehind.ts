import type { ImageSource } from '../../../data/imageSet';
import { type Confusion, shapeOf } from '../../../excel/sheets/confusion/confusionCells';
import { cellOfConfusion, rowOfWorst } from '../../../excel/sheets/confusion/confusionLayout';
import type { Corner } from '../../../excel/sheets/extraSheet';
import { evaluateTexts } from '../../../texts/addin/evaluate';
import { classOf, type EvaluatedImage, type Evaluation } from '../../../training/evaluate';
import { galleryOf, MOST_PICTURES } from '../imageGallery';
import { worstOf } from './confusionReport';

/** The result of an evaluation, as the confusion sheet shows it. */
export interface Evaluated {
  /** The images it used; another seed generates others. */
  readonly source: ImageSource;
  readonly evaluation: Evaluation;
  readonly confusion: Confusion;
}

/** The images behind a number of the confusion sheet, or why they cannot be shown; undefined where there is none. */
export function imagesBehind(
  { source, evaluation: { images }, confusion }: Evaluated,
  address: string,
  corner: Corner,
): ReturnType<typeof galleryOf> | undefined {
  const shape = shapeOf(confusion);
  const { classes } = confusion;
  const cell = shape.isMultiLabel ? undefined : cellOfConfusion(address, shape.classes, corner);
  if (cell) {
    const chosen = images.filter(
      ({ target, probabilities }) =>
        classOf(target) === cell.truth && classOf(probabilities) === cell.predicted,
    );
    const [truth, predicted] = [classes[cell.truth], classes[cell.predicted]];
    return gallery(source, evaluateTexts.predictedAs(chosen.length, truth, predicted, MOST_PICTURES), chosen);
  }
  const worst = rowOfWorst(address, shape, corner);
  if (worst === undefined) return undefined;
  return gallery(source, evaluateTexts.highestLoss, worstOf(images).slice(worst, worst + 1));
}

function gallery(source: ImageSource, title: string, chosen: readonly EvaluatedImage[]) {
  return galleryOf(
    title,
    source,
    chosen.map(({ index }) => index),
    (index, position) => evaluateTexts.caption(source.label(index), chosen[position].loss),
  );
}
