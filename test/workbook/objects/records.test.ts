import { RecordStore, type SheetRecord, findRecord } from '../../../src/workbook/objects/records';

interface Flag extends SheetRecord {
  height: number;
}

class Flags extends RecordStore<Flag> {
  readonly told: string[] = [];
  constructor() {
    super('Flag');
  }
  protected draw({ name }: Flag): void {
    this.told.push(`drawn ${name}`);
  }
  protected erase({ name }: Flag): void {
    this.told.push(`erased ${name}`);
  }
  protected copyOf(flag: Flag): Flag {
    return flag;
  }
  add(sheetId: string): Flag {
    return this.insert((number, id) => ({ id, sheetId, name: `Flag ${number}`, height: 1 }));
  }
}

test('records are numbered through all sheets, and found on their own', () => {
  const flags = new Flags();
  const [first, second, third] = ['a', 'b', 'a'].map((sheet) => flags.add(sheet));
  expect(flags.all.map(({ id, name }) => `${id} ${name}`)).toEqual([
    '{flag1} Flag 1',
    '{flag2} Flag 2',
    '{flag3} Flag 3',
  ]);
  expect(flags.on('a')).toEqual([first, third]);
  expect(flags.find('{flag2}')).toBe(second);
});

test('whoever draws is told of what comes, changes and goes', () => {
  const flags = new Flags();
  const flag = flags.add('a');
  flags.change(flag, { height: 2 });
  flags.remove(flag);
  expect(flag.height).toBe(2);
  expect(flags.told).toEqual(['drawn Flag 1', 'drawn Flag 1', 'erased Flag 1']);
  expect(flags.find(flag.id)).toBeUndefined();
});

test('what stands on a sheet goes with it, the rest stays', () => {
  const flags = new Flags();
  for (const sheet of ['a', 'b', 'a']) flags.add(sheet);
  flags.forgetSheet('a');
  expect(flags.all.map(({ name }) => name)).toEqual(['Flag 2']);
  expect(flags.told.slice(-2)).toEqual(['erased Flag 1', 'erased Flag 3']);
});

test('an id goes before a name that reads like it; the case of names does not matter', () => {
  const one = { id: 'x', name: 'y' };
  const other = { id: 'y', name: 'Loss' };
  expect(findRecord([one, other], 'y')).toBe(other);
  expect(findRecord([one, other], 'LOSS')).toBe(other);
  expect(findRecord([one, other], 'nobody')).toBeUndefined();
});
