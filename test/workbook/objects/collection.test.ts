import { ExcelObject, ObjectModel, membersOf } from '../../../src/workbook/host/excelObject';
import { COUNT, Collection, collectionMembers } from '../../../src/workbook/objects/collection';

class Word extends ExcelObject {
  constructor(readonly text: string) {
    super();
  }
}

class Words extends Collection<Word> {
  readonly list = ['one', 'two'].map((text) => new Word(text));
  override find(key: string | number): Word | null {
    return this.list.find(({ text }) => text === key) ?? null;
  }
}

const members = collectionMembers(Words, 'Words', {
  scalars: COUNT,
  methods: { Add: () => undefined },
});
const words = new Words();
const call = (name: string, ...args: (string | number | null)[]) => members.methods![name](words, ...args);
const thrown = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

test('every collection has items, their count, and ways to get one of them', () => {
  expect(members.items!(words)).toEqual(words.list);
  expect(call('GetCount')).toBe(2);
  expect(call('GetItem', 'two')).toBe(words.list[1]);
  expect(call('GetItemAt', 1)).toBe(words.list[1]);
  expect(call('GetItemOrNullObject', 'three')).toBeNull();
  expect(members.item!(words, 'one')).toBe(words.list[0]);
});

test('members of its own come on top', () => {
  expect(Object.keys(members.methods!)).toEqual(expect.arrayContaining(['Add', 'GetCount']));
  expect(members.scalars!.Count).toBe(COUNT.Count);
});

test.each([
  ['no such item', () => call('GetItem', 'three'), 'ItemNotFound', 'Words.getItem'],
  ['an index beyond the last', () => call('GetItemAt', 2), 'ItemNotFound', 'Words.getItemAt'],
  ['a negative index', () => call('GetItemAt', -1), 'InvalidArgument', 'Words.getItemAt'],
  ['no key', () => call('GetItemOrNullObject', null), 'InvalidArgument', 'Words.getItemOrNullObject'],
])('%s is an error that names the call', (_, work, code, location) => {
  expect(thrown(work)).toMatchObject({ code, location });
});

test('an object whose class has no members is told by the name of its class', () => {
  const model = new ObjectModel([members, membersOf(Word, 'Word', {})]);
  expect(model.of(words)).toBe(members);
  class Stranger extends ExcelObject {}
  expect(() => model.of(new Stranger())).toThrow('Stranger');
});
