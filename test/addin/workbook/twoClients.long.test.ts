/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { STEP, setTo } from '../../../src/addin/commands/train';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { expectConsistent } from '../support/consistent';
import { openColleague, settled, type Colleague } from '../support/colleague';
import { requestsOf } from '../support/requests';
import { openLesson4, type Sheet } from '../support/sheet';
import { stepsLater } from '../support/until';

// Two people with the add-in open at one workbook, each with an office.js and a session of their own.
let sheet: Sheet;
let colleague: Colleague;
beforeAll(async () => {
  sheet = await openLesson4();
  colleague = await openColleague(sheet);
});
afterAll(() => {
  colleague.leave();
  sheet.close();
});

const mine = () => sheet.session.store.get();
const theirs = () => colleague.session.store.get();
const bothSettled = () => settled(sheet, colleague);

/** The two panes show the same, and the cells what follows from what was typed. */
async function expectAgreement(): Promise<void> {
  await bothSettled();
  for (const { errors } of [mine(), theirs()]) expect(errors).toEqual([]);
  const [own, other] = [mine(), theirs()].map(({ notebook }) => ({
    step: notebook!.step,
    loss: notebook!.loss,
    settings: notebook!.settings,
    title: notebook!.title,
  }));
  expect(other).toEqual(own);
  await expectConsistent(sheet, LESSON_4, mine().notebook!.title);
}

/** Cells that the add-in of either wrote, in how many requests. */
async function writesOf(act: () => Promise<unknown>) {
  const counts = { mine: 0, theirs: 0 };
  const requests = await requestsOf(async () => {
    counts.theirs = await colleague.writing(act);
    await bothSettled();
  });
  counts.mine = requests.filter(({ written }) => written > 0).length;
  return counts;
}

test('what one of them types is answered by their own add-in alone, and both show it', async () => {
  expect(await writesOf(() => sheet.type('AE12', 2))).toEqual({ mine: 1, theirs: 0 });
  await expectAgreement();
  expect(await writesOf(() => colleague.byHand(() => sheet.type('AE12', 3)))).toEqual({ mine: 0, theirs: 1 });
  await expectAgreement();
});

test('a Step of one begins where the last of the other ended, and counts on', async () => {
  expect(await writesOf(() => sheet.session.perform(STEP))).toEqual({ mine: 1, theirs: 0 });
  expect(await writesOf(() => colleague.perform(STEP))).toEqual({ mine: 0, theirs: 1 });
  await expectAgreement();
  expect(mine().notebook!.step).toBe(2);
});

test('so with an optimiser that remembers, chosen by the other, on a sheet that their add-in drew', async () => {
  await colleague.byHand(() => sheet.type('EW18', 'Adam'));
  await expectAgreement();
  await colleague.perform(STEP);
  await sheet.session.perform(STEP);
  await colleague.perform(STEP);
  await expectAgreement();
  expect((await sheet.sheets()).filter((name) => name.includes('v²'))).toHaveLength(1);
  expect(mine().notebook!.settings.optimiser).toBe('Adam');
});

test('a Run is not interrupted by what the other does, and both end with its last step', async () => {
  await sheet.session.perform(setTo('stepsPerRun', 1_000_000));
  const running = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 1);
  const typing = colleague.byHand(() => sheet.type('AE12', 1));
  await stepsLater(sheet, 3);
  expect(mine().run).toBeDefined();
  sheet.session.stop();
  await Promise.all([running, typing]);
  await expectAgreement();
});

/** Changes a worksheet through office.js, of the other's Excel where it is asked from there. */
async function at(name: string, change: (sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    change(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
  await bothSettled();
}
const atTheirs = (name: string, change: (sheet: Excel.Worksheet) => void) =>
  colleague.coauthor.within(() => at(name, change));

test('a sheet that the other renames is called by its new name', async () => {
  await atTheirs('Lesson 4', (renamed) => (renamed.name = 'Digits'));
  await colleague.perform(STEP);
  await sheet.session.perform(STEP);
  expect(mine().notebook!.title).toBe('Digits');
  await atTheirs('Digits', (renamed) => (renamed.name = 'Lesson 4'));
  await colleague.perform(STEP);
  await sheet.session.perform(STEP);
  await expectAgreement();
});

test('formulas that the other shows are shown, and go again with the other', async () => {
  const show = colleague.session.formulas.toggle('values');
  await colleague.perform(show);
  expect(mine().notebook!.formulas.values).toBe(true);
  await sheet.session.perform(STEP);
  await bothSettled();
  expect(theirs().notebook!.step).toBe(mine().notebook!.step);
  await colleague.perform(show);
  expect(mine().notebook!.formulas.values).toBe(false);
  await sheet.session.perform(STEP);
  await expectAgreement();
});

test('a notebook that the other makes, builds anew and deletes is known to both', async () => {
  await colleague.perform(newNotebook(TINY));
  expect(mine().notebook!.title).toBe('Lesson 4');
  expect(theirs().notebook!.title).toBe('Tiny');
  await at('Tiny', (tiny) => tiny.activate());
  expect(mine().notebook!.title).toBe('Tiny');
  await sheet.session.perform(STEP);
  await bothSettled();
  expect(theirs().notebook!.step).toBe(1);

  await colleague.perform(colleague.session.models.show);
  await colleague.byHand(() => sheet.type('C11', 3, 'Tiny model'));
  await colleague.perform(colleague.session.models.build);
  if (theirs().question) await colleague.coauthor.within(() => theirs().question!.answer());
  await bothSettled();
  expect([theirs().errors, mine().errors]).toEqual([[], []]);
  await at('Tiny', (tiny) => tiny.activate());
  expect(mine().notebook!.step).toBe(theirs().notebook!.step);
  expect(mine().notebook!.loss).toBe(theirs().notebook!.loss);
  await sheet.session.perform(STEP);
  await bothSettled();
  expect(mine().errors).toEqual([]);
  expect(theirs().notebook!.step).toBe(mine().notebook!.step);
  expect(theirs().notebook!.loss).toBe(mine().notebook!.loss);

  await colleague.byHand(() => sheet.remove('Tiny'));
  expect(mine().errors[0]).toContain('Tiny');
  expect(mine().notebook!.title).toBe('Lesson 4');
  await sheet.session.perform(STEP);
  await at('Lesson 4', (lesson) => lesson.activate());
  await atTheirs('Lesson 4', (lesson) => lesson.activate());
  await expectAgreement();
});
