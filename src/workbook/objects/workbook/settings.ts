/**
 * Workbook.settings: values that are saved with the workbook; the same as Office.context.document.settings. Only what is
 * saved through these is told to onSettingsChanged: "a bug prevents the SettingsChanged event from firing when a setting is
 * changed with the Excel 1.4 Settings APIs" (OfficeDev/office-js-snippets,
 * samples/excel/30-events/events-workbook-and-worksheet-collection.yaml).
 */
import { itemNotFound } from '../../host/errors';
import { ExcelObject, membersOf } from '../../host/excelObject';
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

export const settingsMembers = [
  collectionMembers(SettingCollection, 'SettingCollection', {
    methods: {
      Add: (self, key, value) => {
        const name = text(key, 'SettingCollection.add');
        self.book.settings.set(name, json(value));
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
        set: ({ book, name }, value) => void book.settings.set(name, value),
      },
    },
    methods: { Delete: ({ book, name }) => void book.settings.delete(name) },
  }),
];
