/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { webcrypto } from 'node:crypto';
import { headlessExcel, type HeadlessExcel } from '../../support/headlessExcel';

// https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection, through the real office.js.
let excel: HeadlessExcel;
beforeAll(async () => {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
  excel = await headlessExcel();
});
afterAll(() => excel.close());
beforeEach(() => excel.book.xmlParts.clear());

const ONE = '<a xmlns="urn:one" of="2">first</a>';
const OTHER = '<?xml version="1.0"?><b:b xmlns:b="urn:other"><c/></b:b>';

test('a part has an id, its namespace and its XML, and is found by either', async () => {
  await Excel.run(async (context) => {
    const { customXmlParts } = context.workbook;
    const part = customXmlParts.add(ONE);
    part.load('id,namespaceUri');
    customXmlParts.add(OTHER);
    await context.sync();
    expect(part.namespaceUri).toBe('urn:one');
    const found = customXmlParts.getItem(part.id).getXml();
    const scoped = customXmlParts.getByNamespace('urn:other');
    scoped.load('items/id,items/namespaceUri');
    const [count, own] = [customXmlParts.getCount(), scoped.getCount()];
    const only = scoped.getOnlyItem().getXml();
    const none = customXmlParts.getByNamespace('urn:none').getOnlyItemOrNullObject();
    const nobody = customXmlParts.getItemOrNullObject('{0}');
    await context.sync();
    expect([found.value, only.value]).toEqual([ONE, OTHER]);
    expect([count.value, own.value]).toEqual([2, 1]);
    expect(scoped.items.map(({ namespaceUri }) => namespaceUri)).toEqual(['urn:other']);
    expect([none.isNullObject, nobody.isNullObject]).toEqual([true, true]);
  });
});

test('its XML can be replaced, and it can be deleted', async () => {
  await Excel.run(async (context) => {
    const { customXmlParts } = context.workbook;
    const part = customXmlParts.add(ONE);
    part.setXml(OTHER);
    const xml = part.getXml();
    await context.sync();
    expect(xml.value).toBe(OTHER);
    part.delete();
    const count = customXmlParts.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
});

test.each(['', 'text', '<a>', '<a></b>', '<a', '<a x=1></a>'])('%j is no XML', async (xml) => {
  const fault = await Excel.run(async (context) => {
    context.workbook.customXmlParts.add(xml);
    await context.sync();
  }).catch((thrown: unknown) => thrown);
  expect(fault).toMatchObject({ code: 'InvalidArgument' });
});

test('a part that is not there is an error', async () => {
  const fault = await Excel.run(async (context) => {
    context.workbook.customXmlParts.getItem('{0}').getXml();
    await context.sync();
  }).catch((thrown: unknown) => thrown);
  expect(fault).toMatchObject({ code: 'ItemNotFound' });
});
