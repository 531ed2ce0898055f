/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { NEXT_IMAGE, RESET, STEP, setTo } from '../../../src/addin/commands/train';
import { expectConsistent } from '../support/consistent';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { between, isEvent, quiet } from '../support/bridge';
import { requestsOf } from '../support/requests';
import { openLesson4, type Sheet } from '../support/sheet';

// What a command asks of the workbook, counted: not times, which depend on the machine.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
});
afterAll(() => sheet.close());

const RATE = 'EW4';
const FILTER = 'AD11:AF13';
const cell = async (address: string) => (await sheet.read(address))[0][0];
/** The column of settings, which every request looks at: Excel does not owe an event for each choice from a list. */
const SETTINGS = 27;
/** The filters and biases of conv1, with the rows between them: they are read again where they are selected. */
const COLUMN_AD = 30 * 3 + 28;
/**
 * What each command looks at in the request in which it writes: all cells that may be typed into, with those between them.
 * Macros and other programs change cells that nobody has selected, and Excel does not always tell; so a Step that read
 * nothing but settings did not use such a weight. On a page of this size it takes no request more.
 */
const TYPED = 3702;
const step = () => requestsOf(() => sheet.session.perform(STEP));

test('a Step looks at what may be typed into, and writes values, in one request', async () => {
  for (let count = 0; count < 3; count++) {
    const requests = await step();
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ read: TYPED, sets: ['Values'] });
    expect(requests[0].written).toBeGreaterThan(5000);
  }
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('of a filter in which one cell is typed its nine cells are read, once', async () => {
  const [reading, writing, ...more] = await requestsOf(() => sheet.type('AE12', 0.5));
  expect(reading).toMatchObject({ read: 9 + SETTINGS, written: 0, sets: [] });
  expect(writing).toMatchObject({ read: SETTINGS, sets: ['Values'] });
  expect(more).toEqual([]);
  expect(await step()).toMatchObject([{ read: TYPED }]);
});

test('what is typed beside the notebook has nothing read but the settings', async () => {
  const requests = await requestsOf(() => sheet.type('FZ1', 'a remark'));
  expect(requests).toMatchObject([{ read: SETTINGS, written: 0 }]);
});

test('only blocks that changed are written', async () => {
  // With a batch of one, the image on the page is all that there is.
  await sheet.session.perform(setTo('batchSize', 1));
  await sheet.type('EW18', 'SGD');
  await sheet.type(RATE, 0);
  await sheet.session.perform(STEP);
  const [{ written }] = await step();
  // The counters of steps, and the share of the epoch that is done.
  expect(written).toBe(3);
  await sheet.type(RATE, 0.1);
  await sheet.session.perform(setTo('batchSize', 4));
});

test('Next image, Reset and a setting of the pane look at what may be typed into', async () => {
  for (const command of [
    () => sheet.session.perform(NEXT_IMAGE),
    () => sheet.session.perform(RESET),
    () => sheet.session.perform(setTo('momentum', 0.8)),
  ]) {
    const requests = await requestsOf(command);
    expect(requests).toMatchObject([{ read: TYPED }]);
  }
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('after a run a Step looks at no more', async () => {
  await sheet.session.perform(setTo('stepsPerRun', 5));
  await sheet.session.perform(sheet.session.runs.run);
  await sheet.session.idle(quiet);
  expect(await step()).toMatchObject([{ read: TYPED }]);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('a refused Step is followed by one look at everything', async () => {
  await sheet.type('AE12', 'x');
  await sheet.session.perform(STEP);
  expect(sheet.session.store.get().errors[0]).toContain('AE12');
  const [looking] = await requestsOf(() => sheet.type('AE12', 0.25));
  expect(looking.read).toBeGreaterThan(1000);
  expect(sheet.session.store.get().errors).toEqual([]);
  expect(await step()).toMatchObject([{ read: TYPED }]);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('a column inserted by hand has everything read anew, and the Steps after it no more than ever', async () => {
  const requests = await requestsOf(() => sheet.insertColumn(29, 'Lesson 4'));
  // Where everything stood, and then where it stands now.
  expect(requests.filter(({ read }) => read > 1000)).toHaveLength(2);
  // The other sheets have followed, where everything stands elsewhere now, too.
  await step();
  expect(await step()).toMatchObject([{ read: TYPED }]);
  expect(sheet.session.store.get().errors).toEqual([]);
  await sheet.type('AF12', 0.75);
  expect(await cell('AF12')).toBe(0.75);
  await sheet.delete('AD:AD', 'Lesson 4');
  await sheet.session.perform(RESET);
  expect(await cell('AD9')).toBe('Filter 1');
});

test('what is typed while a Step is being written counts', async () => {
  const stepping = sheet.session.perform(STEP);
  await sheet.type('AE12', 0.625);
  await stepping;
  await sheet.session.idle(quiet);
  expect(await cell('AE12')).toBe(0.625);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('a paste that a Step went over is told of, for Excel does not say what it was', async () => {
  // On a busy machine more time may pass than an event can be late.
  const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
  const late: (() => void)[] = [];
  const restore = between(({ sendMessageToHost, onMessageFromHost }) => ({
    sendMessageToHost,
    onMessageFromHost: (text) => {
      if (isEvent(text)) late.push(() => onMessageFromHost(text));
      else onMessageFromHost(text);
    },
  }));
  await sheet.session.perform(STEP);
  await quiet();
  restore();
  // What the session finds then: Excel tells of a change, and then of its writing, and the cells hold what it wrote.
  await sheet.paste(FILTER, await sheet.read(FILTER));
  clock.mockRestore();
  for (const tell of late) tell();
  expect(sheet.session.store.get().notice).toContain(
    `${FILTER} changed while the notebook was writing there`,
  );
  await sheet.paste(FILTER, [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  expect(sheet.session.store.get().notice).toBeUndefined();
  expect(await cell('AE12')).toBe(5);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
  await sheet.session.perform(RESET);
});

test('a paste of the very numbers that a Step has written is not taken for one that it went over', async () => {
  await sheet.session.perform(STEP);
  await quiet();
  await sheet.paste(FILTER, await sheet.read(FILTER));
  expect(sheet.session.store.get().notice).toBeUndefined();
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('a formula that a person types is read at each Step, for its result can change by itself', async () => {
  await sheet.type('FZ1', 0.1);
  await sheet.type(RATE, '=FZ1/2');
  expect(sheet.session.store.get().notebook!.settings.learningRate).toBe(0.05);
  await sheet.type('FZ1', 0.3);
  const others = SETTINGS - 1 + COLUMN_AD;
  expect(await step()).toMatchObject([{ read: 1 + others }, { read: TYPED - 1 }]);
  expect(sheet.session.store.get().notebook!.settings.learningRate).toBe(0.15);
  await sheet.type(RATE, 0.1);
  expect(await step()).toMatchObject([{ read: TYPED }]);
  expect(await sheet.read(FILTER)).toHaveLength(3);
});

test('rows that Excel has not told of yet are told of, and undone they do no harm', async () => {
  const at = (change: (sheet: Excel.Worksheet) => void) =>
    Excel.run(async (context) => {
      change(context.workbook.worksheets.getItem('Lesson 4'));
      await context.sync();
    });
  const { step: before } = sheet.session.store.get().notebook!;
  await at((own) => own.getRange('12:12').insert('Down'));
  await sheet.session.perform(STEP);
  expect(sheet.session.store.get().errors[0]).toContain('should be');
  await at((own) => own.getRange('12:12').delete('Up'));
  await sheet.session.perform(STEP);
  expect(sheet.session.store.get().errors).toEqual([]);
  expect(sheet.session.store.get().notebook!.step).toBe(before + 1);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});
