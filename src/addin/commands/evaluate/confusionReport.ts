import type { Confusion } from '../../../excel/sheets/confusion/confusionCells';
import { WORST_ROWS } from '../../../excel/sheets/confusion/confusionLayout';
import { classOf, confusionOf, type Evaluation, type EvaluatedImage } from '../../../training/evaluate';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { isMultiLabel, classNames } from '../../../training/prediction';
import { evaluateTexts } from '../../../texts/addin/evaluate';

/** The images with the highest loss, in descending order. */
export function worstOf(images: readonly EvaluatedImage[]): EvaluatedImage[] {
  return [...images].sort((a, b) => b.loss - a.loss).slice(0, WORST_ROWS);
}

/** The evaluation of a network, as the confusion sheet shows it. */
export function confusionIn({ record: { spec }, trainer }: LiveNotebook, evaluation: Evaluation): Confusion {
  const { images, accuracy, loss, count } = evaluation;
  const words = classNames(spec);
  const isPerLabel = isMultiLabel(spec.network) && spec.classes.length > 1;
  const source = trainer.images.source(trainer.settings)!;
  return {
    classes: words,
    counts: isPerLabel ? undefined : confusionOf(images, words.length),
    perLabel: isPerLabel ? spec.classes.map((label, unit) => labelled(label, unit, images)) : undefined,
    ...{ accuracy, loss, count, step: trainer.step },
    worst: worstOf(images).map((image) => ({
      image: trainer.images.numberOf(image.index),
      label: source.label(image.index),
      predicted: predictedWords(words, image, isPerLabel),
      probability: Math.max(...image.probabilities),
      loss: image.loss,
    })),
  };
}

function predictedWords(
  words: readonly string[],
  { probabilities }: EvaluatedImage,
  isMultiLabel: boolean,
): string {
  if (!isMultiLabel) return words[classOf(probabilities)];
  return evaluateTexts.labels(words.filter((_, unit) => probabilities[unit] > 0.5));
}

function labelled(label: string, unit: number, images: readonly EvaluatedImage[]) {
  const count = (is: boolean, predicted: boolean) =>
    images.filter(
      ({ target, probabilities }) => target[unit] > 0.5 === is && probabilities[unit] > 0.5 === predicted,
    ).length;
  const truePositive = count(true, true);
  return {
    label,
    correct: truePositive + count(false, false),
    count: images.length,
    truePositive,
    falsePositive: count(false, true),
    falseNegative: count(true, false),
  };
}
