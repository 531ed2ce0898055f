/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { STEP } from '../../../src/addin/commands/train';
import { Session } from '../../../src/addin/session';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
}, 60_000);
beforeEach(() => sheet.clear());
afterAll(() => sheet.close());

/** What the workbook remembers of its only notebook becomes what an earlier add-in would have written. */
function makeOld(): Promise<void> {
  return Excel.run(async (context) => {
    const { settings, worksheets } = context.workbook;
    const setting = settings.getItem('cellvolution.notebooks');
    setting.load('value');
    worksheets.getItem('Tiny rotated').name = 'Tiny turned';
    await context.sync();
    const [{ spec, place, names, ...record }] = setting.value;
    const { rotated, secondMoments, ...others } = place;
    const otherNames = { ...names };
    Reflect.deleteProperty(otherNames, 'rotated');
    settings.add('cellvolution.notebooks', [
      {
        ...record,
        // Positions in the lists of those days: Adam, cosine.
        spec: {
          ...spec,
          data: { maker: spec.data.generator },
          settings: { ...spec.settings, optimiser: 5, schedule: 3 },
        },
        place: { ...others, turned: rotated, squares: secondMoments },
        names: { ...otherNames, turned: 'Tiny turned' },
      },
    ]);
    await context.sync();
  });
}

test('a notebook whose record has positions for words, a maker of images and sheets of turned filters and of squares opens and goes on', async () => {
  const settings = { ...TINY.settings, optimiser: 'Adam', schedule: 'cosine' } as const;
  await sheet.session.perform(newNotebook({ ...TINY, settings }));
  await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
  await sheet.session.perform(STEP);
  const weights = await sheet.read('H4:J6', 'Tiny');
  await makeOld();
  const session = new Session();
  await session.open();
  await session.perform(STEP);
  const { notebook, errors } = session.store.get();
  expect(errors).toEqual([]);
  expect(notebook?.settings).toMatchObject({ optimiser: 'Adam', schedule: 'cosine' });
  expect(await sheet.read('H4:J6', 'Tiny')).not.toEqual(weights);
  const sheets = await sheet.sheets();
  expect(sheets).toContain('Tiny turned');
  expect(sheets).not.toContain('Tiny rotated');
  expect(sheets.filter((name) => name.includes('v²'))).toEqual(['Tiny v²']);
}, 60_000);

test('cells of input normalisation that have a name of before keep what was typed, and get the name of today', async () => {
  const { layers } = TINY.network;
  const network = { ...TINY.network, layers: [{ type: 'inputNorm', name: 'norm' } as const, ...layers] };
  await sheet.session.perform(newNotebook({ ...TINY, network }));
  const address = await nameOf('norm.channel1.standard_deviation');
  await sheet.session.perform(STEP);
  await Excel.run(async (context) => {
    const { names } = context.workbook.worksheets.getItem('Tiny');
    const today = names.getItem('norm.channel1.standard_deviation');
    today.getRange().values = [[0.25]];
    names.add('norm.channel1.deviation', today.getRange());
    today.delete();
    await context.sync();
  });
  const session = new Session();
  await session.open();
  await session.perform(STEP);
  expect(session.store.get().errors).toEqual([]);
  expect(await nameOf('norm.channel1.standard_deviation')).toBe(address);
  expect(await nameOf('norm.channel1.deviation')).toBeUndefined();
  expect(await sheet.read(address!, 'Tiny')).toEqual([[0.25]]);
}, 60_000);

/** The address that a name of the sheet means, without the sheet; undefined where the sheet has no such name. */
function nameOf(name: string): Promise<string | undefined> {
  return Excel.run(async (context) => {
    const item = context.workbook.worksheets.getItem('Tiny').names.getItemOrNullObject(name);
    const range = item.getRangeOrNullObject();
    range.load('address');
    await context.sync();
    return item.isNullObject ? undefined : range.address.split('!')[1];
  });
}
