/** Workbook.settings: values that are saved with the workbook; the same as Office.context.document.settings. */
import { itemNotFound } from '../../host/errors';
import { ExcelObject, membersOf } from '../../host/excelObject';
import type { Json } from '../../host/wire';
import { json, text } from '../arguments';
import type { Book } from '../book';
import { Collection, collectionMembers } from '../collection';

export class SettingCollection extends Collection<Setting> {
  constructor(readonly book: Book) {
    super();
  }
  get list(): Setting[] {
    return [...this.book.settings.keys()].map((name) => this.open(name));
  }
  override find(name: string | number): Setting | null {
    return typeof name === 'string' && this.book.settings.has(name) ? this.open(name) : null;
  }
  open(name: string): Setting {
    return new Setting(this.book, name);
  }
}

class Setting extends ExcelObject {
  constructor(
    readonly book: Book,
    readonly name: string,
  ) {
    super();
  }
  override get key() {
    return { _Id: this.name };
  }
}

function keep({ settings, events }: Book, name: string, value: Json): void {
  settings.set(name, value);
  events.settingsChanged();
}

export const settingsMembers = [
  collectionMembers(SettingCollection, 'SettingCollection', {
    methods: {
      Add: (self, key, value) => {
        const name = text(key, 'SettingCollection.add');
        keep(self.book, name, json(value));
        return self.open(name);
      },
    },
  }),
  membersOf(Setting, 'Setting', {
    scalars: {
      Key: ({ name }) => name,
      Value: {
        get: ({ book, name }) => {
          const value = book.settings.get(name);
          if (value === undefined) throw itemNotFound('Setting.value');
          return value;
        },
        set: ({ book, name }, value) => keep(book, name, value),
      },
    },
    methods: {
      Delete: ({ book, name }) => {
        if (book.settings.delete(name)) book.events.settingsChanged();
      },
    },
  }),
];
