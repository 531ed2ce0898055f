import fc from 'fast-check';
import { NEXT_IMAGE, RESET, STEP } from '../../../src/addin/commands/train';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { UNDO_TOLD } from '../../../src/workbook/behaviour/undoTold';
import { expectAsOpenedAnew, expectConsistent } from '../support/consistent';
import { openLesson4, type Sheet } from '../support/sheet';

const TITLE = 'Lesson 4';
const PAGE = 'A1:EX60';

/** More than the steps that the longest order of commands leaves, and fewer than the workbook remembers. */
const PRESSES = 18;

const typed = fc.record({
  address: fc.constantFrom('AD11', 'AF13', 'BJ16:BK17', 'DN4', 'EW5', 'EW6', 'EN4', 'AH3'),
  value: fc.constantFrom<number | string>(0, 1, 0.25, 5, 'x', ''),
});

type Deed = { do: 'step' | 'next' | 'reset' | 'undo' | 'redo' } | { address: string; value: number | string };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 2, arbitrary: typed },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Deed>(
      { do: 'step' },
      { do: 'next' },
      { do: 'reset' },
      { do: 'undo' },
      { do: 'undo' },
      { do: 'redo' },
    ),
  },
);

async function perform(sheet: Sheet, each: Deed): Promise<void> {
  if ('address' in each) return sheet.type(each.address, each.value);
  const commands = { step: STEP, next: NEXT_IMAGE, reset: RESET };
  if (each.do === 'undo') return sheet.undo();
  if (each.do === 'redo') return sheet.redo();
  return sheet.session.perform(commands[each.do]);
}

/** Whatever is typed, pressed, undone and redone, in whatever order. */
export function undoInAnyOrder(numRuns: number): void {
  let sheet: Sheet;
  beforeAll(async () => {
    sheet = await openLesson4();
  });
  afterAll(() => sheet.close());

  test.each(UNDO_TOLD.readings)('undoTold:%s, undo comes to an end where it began', async (undoTold) => {
    sheet.behave({ undo: 'recorded', undoTold });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 6 }), async (deeds) => {
        sheet.excel.book.grid.forgetUndo();
        const before = await sheet.read(PAGE);
        for (const each of deeds) await perform(sheet, each);
        for (let press = 0; press < PRESSES; press++) await sheet.undo();
        expect(await sheet.read(PAGE)).toEqual(before);
        expect(sheet.session.store.get().errors).toEqual([]);
        await expectConsistent(sheet, LESSON_4, TITLE);
      }),
      { numRuns },
    );
  });

  test.each(UNDO_TOLD.readings)('undoTold:%s, the next Step is as if opened anew', async (undoTold) => {
    sheet.behave({ undo: 'recorded', undoTold });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 6 }), async (deeds) => {
        for (const each of deeds) await perform(sheet, each);
        await heal(sheet);
        await expectAsOpenedAnew(sheet, LESSON_4, TITLE, {
          press: () => sheet.session.perform(STEP),
          train: (trainer) => trainer.train(),
        });
        await expectConsistent(sheet, LESSON_4, TITLE);
      }),
      { numRuns },
    );
  });
}

/** Good numbers wherever a number may have gone wrong, by undoing or typing. */
async function heal(sheet: Sheet): Promise<void> {
  await sheet.undo();
  for (const address of ['AD11', 'AF13', 'BJ16:BK17', 'DN4']) {
    const rows = await sheet.read(address);
    if (!rows.flat().every((cell) => typeof cell === 'number')) await sheet.type(address, 0.5);
  }
  await sheet.type('EW5', 0.9);
  await sheet.type('EW6', 4);
  await sheet.undo();
  await sheet.type('EW6', 4);
}
