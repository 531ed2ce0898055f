/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP } from '../../../../src/addin/commands/train';
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { readRecords } from '../../../../src/excel/notebook/notebookRecord';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { quiet } from '../../support/bridge';
import { expectConsistent } from '../../support/consistent';
import { openNotebook, type Sheet } from '../../support/sheet';
import { SlowRoad } from '../../support/slowRoad';

// Excel on the web draws for seconds. The sheets that Build replaces stand there meanwhile, and a person goes on with them.
const MODEL = 'Tiny model';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());
beforeEach(async () => {
  await sheet.clear();
  await sheet.session.perform(newNotebook(TINY));
  await sheet.session.perform(sheet.session.models.show);
  await sheet.activate('Tiny');
});

const state = () => sheet.session.store.get();
const cell = async (address: string, name = 'Tiny') => (await sheet.read(address, name))[0][0];
const build = () => sheet.session.perform(sheet.session.models.build);

/** Does something while the new sheets stand beside the old ones, which are about to be deleted. */
async function meanwhile(work: Promise<unknown>, road: SlowRoad, act: () => Promise<unknown>): Promise<void> {
  while (!(await sheet.sheets()).includes('Tiny (2) v')) await road.arrivals(1);
  const done = act();
  await road.open();
  await Promise.all([work, done]);
  await sheet.session.idle(quiet);
  road.close();
}

async function whileBuilding(act: () => Promise<unknown>): Promise<void> {
  const road = new SlowRoad();
  await meanwhile(build(), road, act);
}

const readSpec = async () =>
  (await Excel.run(async (context) => (await readRecords(context)).records))[0].spec;

async function expectWhole(): Promise<void> {
  await expectConsistent(sheet, await readSpec(), 'Tiny');
}

test('what is typed into the sheets that are replaced stands in the new ones, and is computed with', async () => {
  await sheet.type('H11', 'tanh', MODEL);
  await whileBuilding(async () => {
    await Promise.all([
      sheet.type('H5', 0.25, 'Tiny'),
      sheet.type('B3', 0.5, 'Tiny'),
      sheet.paste(
        'H14:I15',
        [
          [1, 2],
          [3, 4],
        ],
        'Tiny',
      ),
      sheet.type('AN3', 0.125, 'Tiny'),
      sheet.type('AN17', 'Adam', 'Tiny'),
    ]);
  });
  expect(state().errors).toEqual([]);
  expect(await cell('H5')).toBe(0.25);
  expect(await cell('B3')).toBe(0.5);
  expect(await sheet.read('H14:I15', 'Tiny')).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(await cell('AN3')).toBe(0.125);
  expect(await cell('AN17')).toBe('Adam');
  await expectWhole();
});

test('a weight is carried to where it stands in the new network; what that does not have is named', async () => {
  // The second filter goes, and with it half of the weights of each unit.
  await sheet.type('C11', 1, MODEL);
  await whileBuilding(async () => {
    await Promise.all([sheet.type('T3', 0.75, 'Tiny'), sheet.type('H14', 9, 'Tiny')]);
  });
  expect(state().notice).toMatch(/What was typed into H14 while .* is gone\./);
  await expectWhole();
});

test('a text is refused in the new sheets as it would have been in the old ones', async () => {
  await sheet.type('H11', 'tanh', MODEL);
  await whileBuilding(() => sheet.type('H5', 'x', 'Tiny'));
  expect(state().errors[0]).toMatch(/^H5/);
  expect(await cell('H5')).toBe('x');
  await sheet.type('H5', 1, 'Tiny');
  expect(state().errors).toEqual([]);
  await expectWhole();
});

test('rows that are inserted into the old sheets are not in the new ones, and that is said', async () => {
  await sheet.type('H11', 'tanh', MODEL);
  await whileBuilding(() => sheet.insert('2:2', 'Tiny'));
  expect(state().notice).toMatch(/Cells were inserted or deleted while/);
  expect(state().errors).toEqual([]);
  expect(state().notebook!.isTorn).toBe(false);
  await expectWhole();
  await sheet.session.perform(STEP);
  await expectWhole();
});

test('where rows of a filter are deleted meanwhile, nothing is built', async () => {
  await sheet.type('H11', 'tanh', MODEL);
  await whileBuilding(() => sheet.delete('5:7', 'Tiny'));
  expect(state().errors[1]).toMatch(/^The cells of conv1, filter 1, channel 1 .* are gone\./);
  expect(await sheet.sheets()).toEqual(['Sheet1', 'Tiny', 'Tiny ∂', 'Tiny v', MODEL]);
  expect((await readSpec()).network.layers[0]).toMatchObject({ activation: 'relu' });
});

test('Undo brings back the old sheets with what was typed into them, and takes along what is typed meanwhile', async () => {
  await sheet.type('H11', 'tanh', MODEL);
  await whileBuilding(() => sheet.type('H5', 0.25, 'Tiny'));
  const road = new SlowRoad();
  const undone = Promise.resolve(state().undo!());
  await meanwhile(undone, road, () => sheet.type('I6', 0.75, 'Tiny'));
  expect([await cell('H5'), await cell('I6')]).toEqual([0.25, 0.75]);
  expect((await readSpec()).network.layers[0]).toMatchObject({ activation: 'relu' });
  await expectWhole();
});
