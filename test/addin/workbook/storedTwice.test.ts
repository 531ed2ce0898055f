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

const TITLE = 'Tiny <b> & "größer" 数字 ]]>';

/** As where Excel takes the add-in for another one: settings are each add-in's own. */
function loseSettings(): Promise<void> {
  return Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.load('items/key');
    await context.sync();
    for (const setting of settings.items) setting.delete();
    await context.sync();
  });
}

function partsOf(namespace: string): Promise<string[]> {
  return Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(namespace);
    parts.load('items/id');
    await context.sync();
    const texts = parts.items.map((part) => part.getXml());
    await context.sync();
    return texts.map(({ value }) => value);
  });
}

async function writeParts(namespace: string, texts: readonly string[]): Promise<void> {
  await Excel.run(async (context) => {
    const { customXmlParts } = context.workbook;
    customXmlParts.getByNamespace(namespace).getOnlyItemOrNullObject().delete();
    for (const text of texts) customXmlParts.add(`<list xmlns="${namespace}">${text}</list>`);
    await context.sync();
  });
}

test('a notebook whose settings Excel does not hand to the add-in opens and goes on, and is then kept in both again', async () => {
  await sheet.session.perform(newNotebook({ ...TINY, title: TITLE }));
  await sheet.session.perform(STEP);
  await loseSettings();
  const session = new Session();
  await session.open();
  expect(session.store.get()).toMatchObject({ errors: [], notebook: { step: 1 } });
  await session.perform(STEP);
  expect(session.store.get()).toMatchObject({ errors: [], notebook: { step: 2 } });
  await session.perform(session.formulas.toggle('values'));
  const again = new Session();
  await again.open();
  await again.perform(STEP);
  expect(again.store.get()).toMatchObject({ errors: [], notebook: { step: 3 } });
  expect(await partsOf('urn:cellvolution:notebooks')).toHaveLength(1);
});

test('so does the model table of a notebook', async () => {
  await sheet.session.perform(newNotebook(TINY));
  await sheet.session.perform(sheet.session.models.show);
  const sheets = await sheet.sheets();
  await loseSettings();
  const session = new Session();
  await session.open();
  await session.perform(session.models.show);
  expect(session.store.get().errors).toEqual([]);
  expect(await sheet.sheets()).toEqual(sheets);
});

test.each([[['no list']], [['{}']], [['[null, 7]']], [['']], [['[]', 'no list']]])(
  'what somebody else wrote there, %j, is no notebook',
  async (texts) => {
    await writeParts('urn:cellvolution:notebooks', texts);
    await loseSettings();
    const session = new Session();
    await session.open();
    expect(session.store.get().errors).toEqual([]);
    expect(session.store.get().notebook).toBeUndefined();
  },
);
