import { STARTERS } from '../../../src/notebook/presets';
import { isLong } from '../../support/runs';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { runEnded } from '../lesson4/lesson4';
import { lastLogged } from './log';

/** Accuracy on images not trained with, that one Run must lead to: far above guessing, with room below. */
const LEAST: Readonly<Record<string, number>> = {
  'Lesson 4 (2022, with ReLU)': 0.95,
  'Lesson 4 (2016, without ReLU)': 0.95,
  'Lesson 4 with ten classes': 0.85,
  'Small convnet': 0.9,
  'No dense layer': 0.7,
  'Three channels': 0.75,
  'Batch norm': 0.9,
  'Several labels': 0.6,
  Tiny: 0.85,
};

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
});
afterAll(() => excel.close());

/** In `npm run test:long` all of them. */
const chosen = STARTERS.filter(({ name }) => isLong || name === 'Tiny');

test.each(chosen.map(({ name, spec }) => [name, spec.title] as const))(
  '%s is built from the New menu, trains, and learns',
  async (name, title) => {
    await excel.choose('New', name);
    expect(await excel.tab(title).count()).toBe(1);
    await excel.press('Step');
    await excel.press('Run');
    await runEnded(excel);
    const { step, validationAccuracy } = await lastLogged(excel, title);
    expect(step).toBe(201);
    console.log(`${name}: validation accuracy ${validationAccuracy.toFixed(3)} after ${step} steps`);
    expect(validationAccuracy).toBeGreaterThan(LEAST[name]);
    expect(excel.errors).toEqual([]);
  },
);
