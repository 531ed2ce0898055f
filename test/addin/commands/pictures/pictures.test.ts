/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { STEP } from '../../../../src/addin/commands/train';
import type { PictureChoice } from '../../../../src/addin/commands/pictures/pictureCommands';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { parsed, texts } from '../../../notebook/pictures/support';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

const draw = (choice: Partial<PictureChoice> = {}) =>
  sheet.session.pictures.draw({ subject: 'block', numbers: true, ...choice });
const errors = () => sheet.session.store.get().errors;

async function addressOf(name: string, on: string): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(on).names.getItem(name).getRange();
    range.load('address');
    await context.sync();
    return range.address.split('!').at(-1)!;
  });
}

/** Selects cells on a sheet, which comes to the front. */
async function select(address: string, on: string): Promise<void> {
  await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(on);
    worksheet.activate();
    worksheet.getRange(address).select();
    await context.sync();
  });
}

/** What the selected cells of a block show. */
async function shown(name: string, on: string): Promise<string[]> {
  const address = await addressOf(name, on);
  await select(address, on);
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(on).getRange(address);
    range.load('text');
    await context.sync();
    return range.text.flat();
  });
}

test('there is no loss chart before the first step, and no block outside of blocks', async () => {
  await select('A1', 'Tiny');
  expect(await draw()).toBeUndefined();
  expect(errors()).toEqual(['Select a cell of a block on the sheet first, such as a map or a filter.']);
  expect(await draw({ subject: 'loss' })).toBeUndefined();
  expect(errors()).toEqual(['There is no loss chart yet: press Step first.']);
});

test('the block of the selected cell, as its cells are: also just after an edit, and on the sheet of gradients', async () => {
  const filter = 'conv1.filter1.channel1';
  const address = await addressOf(filter, 'Tiny');
  await sheet.type(address.split(':')[0], 0.75, 'Tiny');
  const values = await shown(filter, 'Tiny');
  expect(values[0]).toBe('0.75');
  const picture = await draw();
  expect(picture!.title).toBe('Tiny: conv1, filter 1, channel 1');
  expect(texts(picture!.svg)).toEqual([picture!.title, ...values]);
  const gradients = await shown(filter, 'Tiny ∂');
  expect(texts((await draw())!.svg)).toEqual(['Tiny ∂: conv1, filter 1, channel 1', ...gradients]);
  expect(errors()).toEqual([]);
});

test('the page is that of the sheet in front; of another sheet, the notebook', async () => {
  const headings = async (choice: Partial<PictureChoice>) => {
    const { svg } = (await draw({ ...choice, subject: 'page' }))!;
    return [...parsed(svg).querySelectorAll('text[font-weight=bold]')].map(({ textContent }) => textContent);
  };
  await select('A1', 'Tiny');
  expect(await headings({})).toEqual(expect.arrayContaining(['Input', 'Conv1', 'Training']));
  expect(await headings({ numbers: false })).toEqual(await headings({}));
  await select('A1', 'Tiny ∂');
  expect(await headings({})).not.toContain('Training');
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('Mine').activate();
    await context.sync();
  });
  expect((await draw({ subject: 'page' }))!.title).toBe('Tiny');
});

test('a block is found where it has moved, when a column was inserted', async () => {
  await sheet.insertColumn(0, 'Tiny');
  const values = await shown('conv1.filter1.channel1', 'Tiny');
  expect(texts((await draw())!.svg).slice(1)).toEqual(values);
});

test('after a step there is a loss chart', async () => {
  await sheet.session.perform(STEP);
  const { history } = sheet.session.store.get().notebook!;
  expect(history.length).toBe(2);
  const picture = await draw({ subject: 'loss' });
  expect(picture!.title).toBe('Tiny: batch loss');
  expect(parsed(picture!.svg).querySelector('path[stroke="#F8696B"]')!.getAttribute('d')).toMatch(
    /^M84 .*L928 /,
  );
});

test('a class that is markup is shown as what it is', async () => {
  const [first, ...others] = TINY.classes;
  await sheet.session.perform(
    newNotebook({ ...TINY, title: 'Odd', classes: [...others, `<b>${first}&amp;`] }),
  );
  const { svg } = (await draw({ subject: 'page' }))!;
  expect(texts(svg)).toContain(`<b>${first}&amp;`);
  expect(parsed(svg).querySelector('b')).toBeNull();
});
