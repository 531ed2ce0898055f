/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { quiet } from '../../support/bridge';
import { openLesson4, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
});
afterAll(() => sheet.close());

const glossary = () => sheet.session.store.get().glossary;

/** As a click on a cell does. */
async function select(address: string, on = 'Lesson 4'): Promise<void> {
  const id = await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(on);
    worksheet.load('id');
    await context.sync();
    return worksheet.id;
  });
  sheet.session.selection.select({ sheet: id, address: address });
  await quiet();
}

function selection(): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    return range.address.replaceAll("'", '');
  });
}

test('a heading offers its entry for as long as it is selected', async () => {
  await select('BM1');
  expect(glossary()?.hint).toEqual({ entry: 'convolution', layer: 'conv2' });
  await select('BM4');
  expect(glossary()?.hint).toBeUndefined();
  await select('EV4');
  expect(glossary()?.hint).toEqual({ entry: 'learningRate' });
  await select('EV4:EV5');
  expect(glossary()?.hint).toBeUndefined();
  await select('AH1', 'Lesson 4 ∂');
  expect(glossary()?.hint).toEqual({ entry: 'gradient', layer: 'conv1' });
});

test('cells without a word leave the glossary as it is', async () => {
  await select('A2');
  const before = sheet.session.store.get();
  await select('A3');
  expect(sheet.session.store.get().glossary).toBe(before.glossary);
});

test('an entry that is opened comes in front, and the hint goes', async () => {
  await select('AH1');
  sheet.session.glossary.open({ entry: 'convolution', layer: 'conv1' });
  expect(glossary()).toEqual({ open: { entry: 'convolution', layer: 'conv1' } });
  expect(sheet.session.store.get().asked).toEqual({ section: 'glossary' });
  sheet.session.glossary.close();
  expect(glossary()?.open).toBeUndefined();
});

test('Show me selects the cells that are meant', async () => {
  await sheet.session.glossary.show({ entry: 'convolution', layer: 'conv1' });
  expect(await selection()).toBe('Lesson 4!AD3:BG57');
  await sheet.session.glossary.show({ entry: 'gradient' });
  expect(await selection()).toBe('Lesson 4 ∂!AD11:AF13');
  await sheet.session.glossary.show({ entry: 'receptiveField', layer: 'conv2' });
  expect(await selection()).toBe('Lesson 4!L13:P17');
});

test('what an entry tells is of the cells as they are', async () => {
  expect(sheet.session.glossary.subject()?.settings.seed).toBe(4);
  await sheet.type('EW8', 9);
  expect(sheet.session.glossary.subject()?.settings.seed).toBe(9);
});

test('after columns and rows were inserted, headings and cells are found where they are now', async () => {
  await sheet.insertColumn(29, 'Lesson 4');
  await select('AI1');
  expect(glossary()?.hint).toEqual({ entry: 'convolution', layer: 'conv1' });
  await select('AH1');
  expect(glossary()?.hint).toBeUndefined();
  await sheet.session.glossary.show({ entry: 'convolution', layer: 'conv1' });
  expect(await selection()).toBe('Lesson 4!AE3:BH57');
  // A row above the headings: no block tells whether they moved, but their text does.
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('Lesson 4').getRange('1:1').insert('Down');
    await context.sync();
  });
  await sheet.type('EX9', 10);
  await select('AI2');
  expect(glossary()?.hint).toEqual({ entry: 'convolution', layer: 'conv1' });
  await select('AI1');
  expect(glossary()?.hint).toBeUndefined();
});

test('cells that are gone are told, and nothing else happens', async () => {
  const before = await selection();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Lesson 4').names.getItem('conv2.filter1.bias').delete();
    await context.sync();
  });
  await sheet.session.glossary.show({ entry: 'bias', layer: 'conv2' });
  expect(await selection()).toBe(before);
  expect(sheet.session.store.get().notice).toContain('The cells that "Bias" is about are not there any more');
});

test('headings and words of a model table offer their entries, too', async () => {
  await sheet.session.perform(sheet.session.models.show);
  await select('E10', 'Lesson 4 model');
  expect(await sheet.read('E10', 'Lesson 4 model')).toEqual([['Stride']]);
  expect(glossary()?.hint).toEqual({ entry: 'stride' });
  await select('H11', 'Lesson 4 model');
  expect(glossary()?.hint).toEqual({ entry: 'relu' });
  await select('B11', 'Lesson 4 model');
  expect(glossary()?.hint).toBeUndefined();
});

test('what was selected in the meantime is not overtaken by an earlier answer', async () => {
  const id = (name: string) =>
    Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(name);
      worksheet.load('id');
      await context.sync();
      return worksheet.id;
    });
  const [model, values] = [await id('Lesson 4 model'), await id('Lesson 4')];
  sheet.session.selection.select({ sheet: model, address: 'E10' });
  sheet.session.selection.select({ sheet: values, address: 'A3' });
  await quiet();
  expect(glossary()?.hint).toBeUndefined();
});
