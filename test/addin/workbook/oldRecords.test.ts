/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP } from '../../../src/addin/commands/train';
import { Session } from '../../../src/addin/session';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
afterEach(() => sheet.close());

/** What the workbook remembers of its only notebook becomes what an earlier add-in would have written. */
function makeOld(): Promise<void> {
  return Excel.run(async (context) => {
    const { settings, worksheets } = context.workbook;
    const setting = settings.getItem('cellvolution.notebooks');
    setting.load('value');
    worksheets.getItem('Tiny rotated').name = 'Tiny turned';
    await context.sync();
    const [{ spec, place, names, ...record }] = setting.value;
    const { rotated, ...others } = place;
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
        place: { ...others, turned: rotated },
        names: { ...otherNames, turned: 'Tiny turned' },
      },
    ]);
    await context.sync();
  });
}

test('a notebook whose record has positions for words, a maker of images and a sheet of turned filters opens and goes on', async () => {
  sheet = await openNotebook({
    ...TINY,
    settings: { ...TINY.settings, optimiser: 'Adam', schedule: 'cosine' },
  });
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
}, 60_000);
