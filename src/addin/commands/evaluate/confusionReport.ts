import type { Confusion } from '../../../excel/sheets/confusion/confusionCells';
import { WORST_ROWS } from '../../../excel/sheets/confusion/confusionLayout';
import { classOf, confusionOf, type Evaluation, type Judged } from '../../../training/evaluate';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import { answersEach, wordsFor } from '../../../training/prediction';

/** The images that are told worst, the worst first. */
export function worstOf(images: readonly Judged[]): Judged[] {
  return [...images].sort((a, b) => b.loss - a.loss).slice(0, WORST_ROWS);
}

/** What a network made of the images it was judged by, as the confusion sheet shows it. */
export function confusionIn({ record: { spec }, trainer }: LiveNotebook, evaluation: Evaluation): Confusion {
  const { images, accuracy, loss, count } = evaluation;
  const words = wordsFor(spec);
  const several = answersEach(spec.network) && spec.classes.length > 1;
  const source = trainer.images.source(trainer.settings)!;
  return {
    classes: words,
    counts: several ? undefined : confusionOf(images, words.length),
    perLabel: several ? spec.classes.map((label, unit) => labelled(label, unit, images)) : undefined,
    ...{ accuracy, loss, count, step: trainer.step },
    worst: worstOf(images).map((image) => ({
      image: trainer.images.numberOf(image.index),
      label: source.label(image.index),
      predicted: predictedWords(words, image, several),
      probability: Math.max(...image.probabilities),
      loss: image.loss,
    })),
  };
}

function predictedWords(words: readonly string[], { probabilities }: Judged, several: boolean): string {
  if (!several) return words[classOf(probabilities)];
  return words.filter((_, unit) => probabilities[unit] > 0.5).join(' + ') || 'none';
}

function labelled(label: string, unit: number, images: readonly Judged[]) {
  const count = (is: boolean, told: boolean) =>
    images.filter(
      ({ target, probabilities }) => target[unit] > 0.5 === is && probabilities[unit] > 0.5 === told,
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
