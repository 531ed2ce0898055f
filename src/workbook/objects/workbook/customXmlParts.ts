/**
 * Workbook.customXmlParts: XML that an add-in stores in the file, invisible to users.
 * https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection
 */
import { invalidArgument } from '../../host/errors';
import { ExcelObject, membersOf } from '../../host/excelObject';
import { text } from '../arguments';
import type { Book } from '../book';
import { Collection, collectionMembers, existing } from '../collection';
import { namespaceOf } from './xmlNamespace';

/** All parts of the workbook. */
export class CustomXmlPartCollection extends Collection<CustomXmlPart> {
  constructor(readonly book: Book) {
    super();
  }
  get list(): CustomXmlPart[] {
    return [...this.book.xmlParts.keys()].map((id) => new CustomXmlPart(this.book, id));
  }
  override find(id: string | number): CustomXmlPart | null {
    return this.list.find((part) => part.id === id) ?? null;
  }
}

/** The parts with one namespace. */
class CustomXmlPartScopedCollection extends Collection<CustomXmlPart> {
  constructor(
    readonly book: Book,
    readonly namespace: string,
  ) {
    super();
  }
  get list(): CustomXmlPart[] {
    return new CustomXmlPartCollection(this.book).list.filter(
      ({ xml }) => namespaceOf(xml) === this.namespace,
    );
  }
  override find(id: string | number): CustomXmlPart | null {
    return this.list.find((part) => part.id === id) ?? null;
  }
  /** The only part; null if there are none or several. */
  get only(): CustomXmlPart | null {
    const { list } = this;
    return list.length === 1 ? list[0] : null;
  }
}

class CustomXmlPart extends ExcelObject {
  constructor(
    readonly book: Book,
    readonly id: string,
  ) {
    super();
  }
  override get key() {
    return { _Id: this.id };
  }
  get xml(): string {
    return existing(this.book.xmlParts.get(this.id), 'CustomXmlPart');
  }
}

/** @throws ExcelError InvalidArgument if it is not XML with a single root */
function xmlOf(value: Parameters<typeof text>[0], location: string): string {
  const xml = text(value, location);
  if (namespaceOf(xml) === undefined) throw invalidArgument(location);
  return xml;
}

export const customXmlMembers = [
  collectionMembers(CustomXmlPartCollection, 'CustomXmlPartCollection', {
    methods: {
      Add: ({ book }, value) => {
        const xml = xmlOf(value, 'CustomXmlPartCollection.add');
        const id = `{${crypto.randomUUID().toUpperCase()}}`;
        book.xmlParts.set(id, xml);
        return new CustomXmlPart(book, id);
      },
      GetByNamespace: ({ book }, namespace) =>
        new CustomXmlPartScopedCollection(book, text(namespace, 'CustomXmlPartCollection.getByNamespace')),
    },
  }),
  collectionMembers(CustomXmlPartScopedCollection, 'CustomXmlPartScopedCollection', {
    methods: {
      GetOnlyItem: ({ only }) => existing(only, 'CustomXmlPartScopedCollection.getOnlyItem'),
      GetOnlyItemOrNullObject: ({ only }) => only,
    },
  }),
  membersOf(CustomXmlPart, 'CustomXmlPart', {
    scalars: {
      Id: ({ id }) => id,
      NamespaceUri: ({ xml }) => namespaceOf(xml) ?? '',
    },
    methods: {
      Delete: ({ book, id }) => void book.xmlParts.delete(id),
      GetXml: ({ xml }) => xml,
      SetXml: ({ book, id }, value) => void book.xmlParts.set(id, xmlOf(value, 'CustomXmlPart.setXml')),
    },
  }),
];
