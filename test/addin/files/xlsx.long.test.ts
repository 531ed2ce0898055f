/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import { STEP } from '../../../src/addin/commands/train';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { throughFile } from './throughFile';

test('lesson 4 as formulas goes through an .xlsx file unchanged, and trains on to the last bit', () =>
  throughFile(LESSON_4, async (sheet) => {
    await sheet.session.perform(sheet.session.formulas.toggle('values'));
    await sheet.session.perform(STEP);
    await sheet.type('AE12', 0.5);
  }));

test('so does a notebook with its log and charts, model table, and gradients as formulas', () =>
  throughFile(TINY, async ({ session }) => {
    await session.perform(session.runs.runEpoch);
    await session.perform(session.formulas.toggle('gradients'));
    await session.perform(session.models.show);
    await session.perform(STEP);
  }));
