/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { NEXT_IMAGE, RESET, STEP } from '../../../src/addin/commands/train';
import fc from 'fast-check';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { runs } from '../../support/runs';
import { expectConsistent } from '../support/consistent';
import { openLesson4, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
  // None of the orders is to take back the drawing of the notebook.
  sheet.excel.book.grid.forgetUndo();
});
afterAll(() => sheet.close());

const command = fc.oneof(
  fc.constant({ do: 'step' as const }),
  fc.constant({ do: 'reset' as const }),
  fc.constant({ do: 'next' as const }),
  fc.constant({ do: 'undo' as const }),
  fc.record({
    do: fc.constant('type' as const),
    address: fc.constantFrom(
      'AD11',
      'AF13',
      'AD15',
      'BI12',
      'BJ16:BK17',
      'DN4',
      'DP33',
      'EL4',
      'K9',
      'A2:C5',
      'ER4',
      'EW5',
      'EW6',
      'EW9',
    ),
    value: fc.oneof(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.constantFrom<number | string>(0, 1, 5, 'x', ''),
    ),
  }),
  fc.record({
    do: fc.constant('type' as const),
    address: fc.constantFrom('EW18', 'EW24', 'EW30'),
    value: fc.constantFrom('Adam', 'SGD', 'Adagrad', 'nesterov', 'cosine', 'constant', 'evaluate', 'train'),
  }),
  fc.record({
    do: fc.constant('overwrite' as const),
    address: fc.constantFrom('AH3', 'BM4:BN6', 'CM4', 'EN4', 'EP4', 'ET4', 'EW11', 'EW12', 'EW15', 'EW32'),
    value: fc.constantFrom<number | string>(7, 'y', ''),
  }),
);

type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

async function perform(each: Command): Promise<void> {
  if (each.do === 'step') await sheet.session.perform(STEP);
  else if (each.do === 'reset') await sheet.session.perform(RESET);
  else if (each.do === 'next') await sheet.session.perform(NEXT_IMAGE);
  else if (each.do === 'undo') await sheet.undo();
  else await sheet.type(each.address, each.value);
}

/** Good numbers wherever a number may have gone wrong. */
async function heal(): Promise<void> {
  await sheet.type('EW5', 0.9);
  await sheet.type('EW6', 4);
  for (const [address, allowed] of WORDS) {
    const [[word]] = await sheet.read(address);
    if (!(allowed as readonly unknown[]).includes(word)) await sheet.type(address, allowed[0]);
  }
  await sheet.session.perform(RESET);
  await sheet.type('EW9', 3);
}

const WORDS = [
  ['EW18', ['Momentum', 'Adam', 'SGD', 'Adagrad', 'nesterov']],
  ['EW24', ['constant', 'cosine']],
  ['EW30', ['train', 'evaluate']],
] as const satisfies readonly (readonly [string, readonly string[]])[];

test('whatever is pressed, typed and undone, in whatever order, the sheets agree with the cells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 8 }), async (commands) => {
      for (const each of commands) await perform(each);
      await heal();
      expect(sheet.session.store.get().errors).toEqual([]);
      await expectConsistent(sheet, LESSON_4, 'Lesson 4');
      await sheet.session.perform(STEP);
      expect(sheet.session.store.get().errors).toEqual([]);
      await expectConsistent(sheet, LESSON_4, 'Lesson 4');
    }),
    { numRuns: runs(6, 20) },
  );
});
