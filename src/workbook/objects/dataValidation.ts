/** Data validation rules are kept and answered, so that an add-in finds what it set; the grid does not enforce them. */
import { formatArea } from '../grid/address';
import { invalidArgument } from '../host/errors';
import { ExcelObject, type Members, membersOf } from '../host/excelObject';
import { type Json, isObject } from '../host/wire';
import { truth } from './arguments';
import type { Book } from './book';
import type { Range } from './range';

const TYPES: Readonly<Record<string, string>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  custom: 'Custom',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
};

interface Kept {
  rule: Json;
  errorAlert: Json;
  prompt: Json;
  ignoreBlanks: boolean;
}

const rules = new WeakMap<Book, Map<string, Kept>>();

export class DataValidation extends ExcelObject {
  readonly members: Members = members;
  constructor(readonly range: Range) {
    super();
  }
  private get store(): Map<string, Kept> {
    let store = rules.get(this.range.book);
    if (!store) rules.set(this.range.book, (store = new Map()));
    return store;
  }
  private get place(): string {
    return `${this.range.sheetId}!${formatArea(this.range.area)}`;
  }
  get kept(): Kept {
    return this.store.get(this.place) ?? { rule: {}, errorAlert: null, prompt: null, ignoreBlanks: true };
  }
  change(change: Partial<Kept>): void {
    this.store.set(this.place, { ...this.kept, ...change });
  }
  clear(): void {
    this.store.delete(this.place);
  }
}

const typeOf = (rule: Json) => (isObject(rule) ? TYPES[Object.keys(rule)[0]] : undefined) ?? 'None';

const members = membersOf<DataValidation>('DataValidation', {
  scalars: {
    Rule: {
      get: ({ kept }) => kept.rule,
      set: (self, rule) => {
        if (!isObject(rule) || typeOf(rule) === 'None') throw invalidArgument('DataValidation.rule');
        self.change({ rule });
      },
    },
    Type: ({ kept }) => typeOf(kept.rule),
    ErrorAlert: {
      get: ({ kept }) => kept.errorAlert,
      set: (self, errorAlert) => self.change({ errorAlert }),
    },
    Prompt: { get: ({ kept }) => kept.prompt, set: (self, prompt) => self.change({ prompt }) },
    IgnoreBlanks: {
      get: ({ kept }) => kept.ignoreBlanks,
      set: (self, value) => self.change({ ignoreBlanks: truth(value, 'DataValidation.ignoreBlanks') }),
    },
  },
  methods: { Clear: (self) => self.clear() },
});
