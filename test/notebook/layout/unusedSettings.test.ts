import { HyperFormula } from 'hyperformula';
import { optimisers } from '../../../src/engine/optimisers';
import { scheduleKinds } from '../../../src/notebook/kinds/schedules';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { toA1 } from '../../../src/notebook/sheet/address';
import { OPTIMISERS, SCHEDULES } from '../../../src/notebook/sheet/settings';

const { dimmed, blocks } = planNotebook(LESSON_4).sheets.values;
const cellOf = (name: string) => toA1(blocks.find((block) => block.name === name)!.rect);

/** The cells of numbers that are grey while these words are chosen. */
function greyWith(optimiser: string, schedule: string): string[] {
  const sheets = HyperFormula.buildEmpty({ licenseKey: 'gpl-v3' });
  sheets.addSheet('page');
  const put = (address: string, value: string) =>
    sheets.setCellContents(sheets.simpleCellAddressFromString(address, 0)!, value);
  put(cellOf('optimiser.name'), optimiser);
  put(cellOf('schedule.name'), schedule);
  const grey = dimmed.filter(({ where }) => sheets.calculateFormula(where, 0) === true);
  return grey.map(({ rect }) => toA1({ ...rect, column: rect.column + 1, columns: 1 })).toSorted();
}

const cells = (...names: string[]) => names.map(cellOf).toSorted();

test('SGD at a constant rate uses neither memory nor schedule', () => {
  expect(greyWith('SGD', 'constant')).toEqual(
    cells(
      'sgd.momentum',
      'optimiser.beta1',
      'optimiser.beta2',
      'optimiser.decay',
      'optimiser.epsilon',
      'schedule.factor',
      'schedule.every',
      'schedule.length',
    ),
  );
});

test('Adam along half a cosine', () => {
  expect(greyWith('Adam', 'cosine')).toEqual(
    cells('sgd.momentum', 'optimiser.decay', 'schedule.factor', 'schedule.every'),
  );
});

test.each(OPTIMISERS.flatMap((optimiser) => SCHEDULES.map((schedule) => [optimiser, schedule] as const)))(
  '%s, %s: what it uses is never grey',
  (optimiser, schedule) => {
    const used = [...optimisers[optimiser].uses, ...scheduleKinds[schedule].uses];
    const names: Readonly<Record<string, string>> = {
      learningRate: 'sgd.learning_rate',
      momentum: 'sgd.momentum',
      beta1: 'optimiser.beta1',
      beta2: 'optimiser.beta2',
      decay: 'optimiser.decay',
      epsilon: 'optimiser.epsilon',
      weightDecay: 'optimiser.weight_decay',
      factor: 'schedule.factor',
      every: 'schedule.every',
      length: 'schedule.length',
    };
    const grey = greyWith(optimiser, schedule);
    for (const key of used) expect(grey).not.toContain(cellOf(names[key]));
  },
);
