import { inWorkbook } from '../../../../src/excel/context';
import type { Confusion } from '../../../../src/excel/sheets/confusion/confusionCells';
import { drawConfusion } from '../../../../src/excel/sheets/confusion/confusionSheet';

/** Ten images of three classes, two of them classified wrongly. */
export function threeClasses(change: Partial<Confusion> = {}): Confusion {
  return {
    classes: ['cat', 'dog', '7'],
    counts: [
      [4, 1, 0],
      [0, 3, 0],
      [1, 0, 1],
    ],
    accuracy: 0.8,
    loss: 0.08123,
    count: 10,
    step: 200,
    worst: [
      { image: 12, label: '7', predicted: 'cat', probability: 0.75, loss: 2.5 },
      { image: 3, label: 'cat', predicted: 'dog', probability: 0.5, loss: 1.25 },
    ],
    ...change,
  };
}

/** Four images that can have two labels. */
export function twoLabels(): Confusion {
  const dark = { label: 'dark', correct: 3, count: 4, truePositive: 2, falsePositive: 0, falseNegative: 1 };
  const none = { label: 'red', correct: 4, count: 4, truePositive: 0, falsePositive: 0, falseNegative: 0 };
  return threeClasses({
    classes: ['dark', 'red'],
    counts: undefined,
    perLabel: [dark, none],
    accuracy: 0.75,
    count: 4,
    worst: [{ image: 2, label: 'dark', predicted: 'none', probability: 0.25, loss: 1.5 }],
  });
}

export function confuse(title: string, place: string | undefined, confusion: Confusion): Promise<string> {
  return inWorkbook((context) => drawConfusion(context, place, title, confusion));
}
