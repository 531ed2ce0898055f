import { ExcelObject, membersOf } from '../host/excelObject';
import { itemNotFound } from '../host/errors';
import { json, text } from './arguments';
import type { Book } from './book';

export class SettingCollection extends ExcelObject {
  constructor(readonly book: Book) {
    super();
  }
  find(name: unknown): Setting | null {
    return typeof name === 'string' && this.book.settings.has(name) ? new Setting(this.book, name) : null;
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

const collectionMembers = membersOf(SettingCollection, 'SettingCollection', {
  items: ({ book }) => [...book.settings.keys()].map((name) => new Setting(book, name)),
  item: (self, name) => self.find(name),
  methods: {
    Add: ({ book }, key, value) => {
      const name = text(key, 'SettingCollection.add');
      book.settings.set(name, json(value));
      return new Setting(book, name);
    },
    GetCount: ({ book }) => book.settings.size,
    GetItemOrNullObject: (self, name) => self.find(name),
  },
});

const settingMembers = membersOf(Setting, 'Setting', {
  scalars: {
    Key: ({ name }) => name,
    Value: {
      get: ({ book, name }) => {
        const value = book.settings.get(name);
        if (value === undefined) throw itemNotFound('Setting.value');
        return value;
      },
      set: ({ book, name }, value) => void book.settings.set(name, value),
    },
  },
  methods: { Delete: ({ book, name }) => void book.settings.delete(name) },
});

export const settingsMembers = [collectionMembers, settingMembers];
