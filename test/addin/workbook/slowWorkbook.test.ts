/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { STEP, setTo } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { quiet } from '../support/bridge';
import { expectConsistent } from '../support/consistent';
import { openNotebook, type Sheet } from '../support/sheet';
import { SlowRoad } from '../support/slowRoad';

// Excel on the web answers late, and tells of edits meanwhile. None of them may be lost, or stay unanswered.
const RATE = 'AN3';
const MODE = 'AN29';

let sheet: Sheet;
let road: SlowRoad;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());
beforeEach(() => {
  road = new SlowRoad();
});
afterEach(() => road.close());

const state = () => sheet.session.store.get();
const cell = async (address: string, name = 'Tiny') => (await sheet.read(address, name))[0][0];
const settled = async (...acts: Promise<unknown>[]) => {
  await road.open();
  await Promise.all(acts);
  await sheet.session.idle(quiet);
};
const activate = (name: string) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).activate();
    await context.sync();
  });

test.each([
  ['a setting', () => sheet.type(MODE, 'evaluate', 'Tiny')],
  ['a pixel', () => sheet.type('B3', 0.77, 'Tiny')],
  [
    'a paste',
    () =>
      sheet.paste(
        'H14:J15',
        [...Array(2).keys()].map((row) => [row, 1, 2]),
        'Tiny',
      ),
  ],
])('%s that is typed while the cells are read for another edit is answered', async (_what, second) => {
  const first = sheet.type('H5', 0.5, 'Tiny');
  await road.arrivals(1);
  await settled(first, second());
  await expectConsistent(sheet, TINY, 'Tiny');
  await sheet.session.perform(setTo('mode', 'train'));
});

test('so is text', async () => {
  const first = sheet.type('H5', 0.5, 'Tiny');
  await road.arrivals(1);
  await settled(first, sheet.type('H14', 'x', 'Tiny'));
  expect(state().errors[0]).toMatch(/^H14 /);
  await sheet.type('H14', 0.5, 'Tiny');
  await expectConsistent(sheet, TINY, 'Tiny');
});

test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  'a rate that is typed %d arrivals after a sheet begins to be drawn counts',
  async (arrivals) => {
    const rate = (arrivals + 1) / 100;
    road.close();
    await sheet.type('AN17', 'Momentum', 'Tiny');
    if ((await sheet.sheets()).includes('Tiny v²')) await sheet.remove('Tiny v²');
    await sheet.session.perform(STEP);
    road = new SlowRoad();
    const choosing = sheet.type('AN17', 'Adam', 'Tiny');
    await Promise.race([road.arrivals(arrivals), choosing]);
    await settled(choosing, sheet.type(RATE, rate, 'Tiny'));
    expect(state().notebook!.settings.learningRate).toBe(rate);
    expect(await cell(RATE)).toBe(rate);
  },
);

test.each([
  ['text', 'x'],
  ['a blank', ''],
])('%s in a weight that a Step goes over is told of all the same', async (_what, typed) => {
  const stepping = sheet.session.perform(STEP);
  await road.arrivals(0);
  await settled(stepping, sheet.type('H5', typed, 'Tiny'));
  expect(state().errors[0]).toMatch(/^H5 /);
  expect(await cell('H5')).toBe(typed);
  await sheet.type('H5', 0.5, 'Tiny');
  await expectConsistent(sheet, TINY, 'Tiny');
});

test('a paste that a Step goes over is told of', async () => {
  // On a busy machine more time may pass than an event can be late.
  const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
  const stepping = sheet.session.perform(STEP);
  await road.arrivals(0);
  const pasted = Array.from({ length: 3 }, () => [1, 2, 3]);
  await settled(stepping, sheet.paste('H5:J7', pasted, 'Tiny'));
  clock.mockRestore();
  expect(state().notice).toContain('H5:J7 changed while the notebook was writing there');
  await expectConsistent(sheet, TINY, 'Tiny');
});

test.each([1, 2, 3, 4, 5])(
  'a rate that is typed %d arrivals after its notebook is brought in front counts',
  async (arrivals) => {
    const rate = (arrivals + 20) / 100;
    road.close();
    if (!(await sheet.sheets()).includes('Other'))
      await sheet.session.perform(newNotebook({ ...TINY, title: 'Other' }));
    await activate('Other');
    await sheet.session.idle(quiet);
    road = new SlowRoad();
    const activating = activate('Tiny');
    await Promise.race([road.arrivals(arrivals), activating]);
    await settled(activating, sheet.type(RATE, rate, 'Tiny'));
    expect(state().notebook).toMatchObject({ title: 'Tiny', settings: { learningRate: rate } });
    expect(await cell(RATE)).toBe(rate);
  },
);
