/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { type DocumentData, documentOf } from '../../../src/workbook/book/document';
import { openNotebook, reopen } from '../support/sheet';

const KEY = 'cellvolution.notebooks';
/** Of a later version of the add-in, and damaged ones. */
const OTHERS = [
  { version: 3, pages: ['Future'] },
  { version: 2 },
  { version: 2, spec: { ...TINY, network: { ...TINY.network, layers: 'none' } }, place: {}, names: {} },
];

const listIn = ({ settings }: DocumentData) => new Map(settings).get(KEY) as unknown[];

test('records that cannot be read are left alone, and kept when others are written', async () => {
  const first = await openNotebook(TINY);
  const document = JSON.parse(JSON.stringify(documentOf(first.excel.book))) as DocumentData;
  first.close();
  const settings = document.settings.map(
    ([name, value]) => [name, name === KEY ? [...OTHERS, ...(value as unknown[])] : value] as const,
  );

  const second = await reopen({ ...document, settings: settings as DocumentData['settings'] });
  const state = () => second.session.store.get();
  expect(state()).toMatchObject({ ready: true, errors: [], notebook: { title: 'Tiny' } });
  await second.session.perform(STEP);
  await second.session.perform(newNotebook({ ...TINY, title: 'Other' }));
  expect(state()).toMatchObject({ errors: [], notebook: { title: 'Other' } });
  const list = listIn(documentOf(second.excel.book));
  expect(list).toHaveLength(OTHERS.length + 2);
  expect(list.slice(0, OTHERS.length)).toEqual(OTHERS);
  second.close();
});
