import type { Chapter } from '../clause';

const NAMESPACE = 'urn:cellvolution:check';

export const CUSTOM_XML_PARTS: Chapter = {
  object: 'CustomXmlPartCollection',
  clauses: [
    {
      name: 'XML is kept in the workbook, is found by its namespace and its id, and goes when it is deleted',
      members: [
        'CustomXmlPartCollection.add()',
        'CustomXmlPartCollection.getByNamespace()',
        'CustomXmlPartCollection.getItem()',
        'CustomXmlPartScopedCollection.items',
        'CustomXmlPartScopedCollection.load()',
        'CustomXmlPart.id',
        'CustomXmlPart.getXml()',
        'CustomXmlPart.delete()',
        'ClientResult.value',
        'Workbook.customXmlParts',
      ],
      async check({ context, read }) {
        const { customXmlParts } = context.workbook;
        customXmlParts.add(`<check xmlns="${NAMESPACE}">text</check>`);
        const parts = customXmlParts.getByNamespace(NAMESPACE);
        const ids = (await read(parts, 'items/id')) as string[];
        const xml = customXmlParts.getItem(ids[0]).getXml();
        await context.sync();
        for (const part of parts.items) part.delete();
        const left = (await read(customXmlParts.getByNamespace(NAMESPACE), 'items/id')) as string[];
        return { found: [/>text</.test(xml.value), left.length], promised: [true, 0] };
      },
    },
    {
      name: 'the only part of a namespace is replaced in one request, whether it was there or not',
      members: [
        'CustomXmlPartScopedCollection.getOnlyItemOrNullObject()',
        'CustomXmlPartCollection.add()',
        'CustomXmlPart.delete()',
      ],
      async check({ context, read }) {
        const { customXmlParts } = context.workbook;
        const parts = customXmlParts.getByNamespace(NAMESPACE);
        for (const text of ['first', 'second']) {
          parts.getOnlyItemOrNullObject().delete();
          customXmlParts.add(`<check xmlns="${NAMESPACE}">${text}</check>`);
        }
        const ids = (await read(parts, 'items/id')) as string[];
        const xml = parts.getOnlyItemOrNullObject().getXml();
        await context.sync();
        for (const part of parts.items) part.delete();
        await context.sync();
        return { found: [ids.length, />second</.test(xml.value)], promised: [1, true] };
      },
    },
  ],
};
