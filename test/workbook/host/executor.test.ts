import { ExcelError } from '../../../src/workbook/host/errors';
import { ExcelObject, ObjectModel, membersOf } from '../../../src/workbook/host/excelObject';
import { Executor } from '../../../src/workbook/host/executor';
import { References } from '../../../src/workbook/host/references';
import { type JsonObject, parseBatch } from '../../../src/workbook/host/wire';

/** A tiny object model: a shelf of boxes that can be numbered. */
class Box extends ExcelObject {
  size = 1;
  constructor(readonly label: string) {
    super();
  }
  override get key() {
    return { Id: this.label };
  }
}

class Shelf extends ExcelObject {
  readonly boxes = [new Box('a'), new Box('b')];
}

const boxMembers = membersOf(Box, 'Box', {
  scalars: {
    Label: ({ label }) => label,
    Size: { get: ({ size }) => size, set: (box, size) => void (box.size = Number(size)) },
  },
  methods: { Double: (box) => (box.size *= 2), Fill: (box, other) => (other as Box).label + box.label },
  events: ['FilledEvent'],
});

const shelfMembers = membersOf(Shelf, 'Shelf', {
  scalars: { Width: () => 80 },
  objects: { First: ({ boxes }) => boxes[0], Nothing: () => null },
  items: ({ boxes }) => boxes,
  item: ({ boxes }, key) => boxes.find(({ label }) => label === key) ?? null,
  methods: {
    Add: ({ boxes }, label) => boxes[boxes.push(new Box(String(label))) - 1],
    Break: () => {
      throw new ExcelError('InvalidOperation', 'Broken.', 'Shelf.break');
    },
  },
});

const PATHS: JsonObject = {
  1: { ObjectPathType: 1 },
  2: { ObjectPathType: 4, Name: 'First', ParentObjectPathId: 1 },
  3: { ObjectPathType: 4, Name: 'Nothing', ParentObjectPathId: 1 },
  4: { ObjectPathType: 5, ParentObjectPathId: 1, ArgumentInfo: { Arguments: ['b'] } },
  5: { ObjectPathType: 5, ParentObjectPathId: 1, ArgumentInfo: { Arguments: ['z'] } },
  6: { ObjectPathType: 3, Name: 'Add', ParentObjectPathId: 1, ArgumentInfo: { Arguments: ['c'] } },
  7: { ObjectPathType: 4, Name: 'Door', ParentObjectPathId: 1 },
  8: { ObjectPathType: 3, Name: 'Any', ParentObjectPathId: 3 },
};

function shelf() {
  const executor = new Executor({
    root: new Shelf(),
    model: new ObjectModel([boxMembers, shelfMembers], { Box: 'label size colour' }),
    references: new References(),
    services: {},
    refusalOf: () => null,
    refusalOfCall: () => null,
    wrote: () => undefined,
    beforeBatch: () => Promise.resolve(),
    beforeRead: async () => undefined,
    afterBatch: async () => undefined,
  });
  let id = 0;
  return async (...actions: JsonObject[]) => {
    const numbered = actions.map((action) => ({ Id: ++id, ...action }));
    const answer = await executor.execute(parseBatch({ Actions: numbered, ObjectPaths: PATHS }));
    return { values: answer.Results.map(({ Value }) => Value), error: answer.Error };
  };
}

const instantiate = (path: number) => ({ ActionType: 1, ObjectPathId: path });
const load = (path: number, ...select: string[]) => ({
  ActionType: 2,
  ObjectPathId: path,
  QueryInfo: { Select: select },
});
const call = (path: number, name: string, args: JsonObject = {}) => ({
  ActionType: 3,
  Name: name,
  ObjectPathId: path,
  ArgumentInfo: args,
});
const set = (path: number, name: string, value: number) => ({
  ActionType: 4,
  Name: name,
  ObjectPathId: path,
  ArgumentInfo: { Arguments: [value] },
});

test('an object is found, changed, called and loaded', async () => {
  const { values } = await shelf()(
    instantiate(2),
    set(2, 'Size', 3),
    call(2, 'Double'),
    load(2, 'label', 'size'),
    load(1, 'width'),
  );
  expect(values).toEqual([
    { Id: 'a' },
    null,
    6,
    { Id: 'a', Label: 'a', Size: 6 },
    { _Items: expect.anything(), Width: 80 },
  ]);
});

test('a collection answers with its items, or some of them', async () => {
  const run = shelf();
  expect((await run(load(1, 'items/size'))).values[0]).toEqual({
    _Items: [
      { Id: 'a', Size: 1 },
      { Id: 'b', Size: 1 },
    ],
  });
  const top = { ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ['label'], Top: 1, Skip: 1 } };
  expect((await run(top)).values[0]).toEqual({ _Items: [{ Id: 'b', Label: 'b' }] });
});

test('names that Excel does not know load nothing', async () => {
  const { values, error } = await shelf()(
    load(2, 'no-properties-needed'),
    load(2, 'size', 'weight/unit'),
    load(1, 'NoPropertiesNeeded'),
    load(1, 'items', 'weight'),
    load(1, 'items/$none'),
  );
  expect(error).toBeUndefined();
  const all = (box: object) => ({
    _Items: [
      { Id: 'a', ...box },
      { Id: 'b', ...box },
    ],
  });
  expect(values.slice(0, 3)).toEqual([{ Id: 'a' }, { Id: 'a', Size: 1 }, all({})]);
  expect(values[3]).toMatchObject(all({ Size: 1 }));
  expect(values[4]).toEqual(all({}));
});

test('a path with an effect is evaluated once in a batch', async () => {
  const { values } = await shelf()(instantiate(6), instantiate(6), load(6, 'label'), load(1, 'label'));
  expect((values[3] as JsonObject)._Items).toHaveLength(3);
});

test('a null object answers null to everything, and what is done to it is ignored', async () => {
  const { values, error } = await shelf()(
    instantiate(3),
    load(3, 'size'),
    call(3, '_KeepReference'),
    set(3, 'Size', 1),
    call(3, 'Double'),
    { ActionType: 9, ObjectPathId: 3, ArgumentInfo: { Arguments: [{ size: 2 }] } },
    instantiate(8),
    call(8, 'Double'),
  );
  expect(error).toBeUndefined();
  expect(values).toEqual(values.map(() => null));
  expect(values).toHaveLength(8);
});

test('an item that is not there, and members that do not exist, are named', async () => {
  const run = shelf();
  expect((await run(instantiate(5))).error).toMatchObject({
    Code: 'ItemNotFound',
    Location: 'Shelf.getItem',
  });
  expect((await run(instantiate(7))).error).toMatchObject({ Code: 'ApiNotFound', Location: 'Shelf.Door' });
  expect((await run(load(2, 'colour'))).error).toMatchObject({ Code: 'ApiNotFound', Location: 'Box.Colour' });
  expect((await run(call(2, 'toString'))).error).toMatchObject({
    Code: 'ApiNotFound',
    Location: 'Box.toString',
  });
  expect((await run(set(2, 'Label', 1))).error).toMatchObject({
    Code: 'InvalidOperation',
    Location: 'Box.Label',
  });
});

test('actions before a failure stay, those after it are not run', async () => {
  const run = shelf();
  const { values, error } = await run(set(2, 'Size', 5), call(1, 'Break'), set(2, 'Size', 9));
  expect(values).toEqual([null]);
  expect(error).toEqual({
    Code: 'InvalidOperation',
    Message: 'Broken.',
    Location: 'Shelf.break',
    ActionIndex: 1,
    HttpStatusCode: 400,
  });
  expect((await run(load(2, 'size'))).values[0]).toMatchObject({ Size: 5 });
});

test('an object can be an argument, and can be kept for later requests', async () => {
  const run = shelf();
  expect((await run(call(2, 'Fill', { Arguments: [null], ReferencedObjectPathIds: [4] }))).values).toEqual([
    'ba',
  ]);
  const { values } = await run(call(2, '_KeepReference'), instantiate(2));
  expect(values[1]).toEqual({ Id: 'a', _ReferenceId: 'reference1' });
});

test('events that exist can be registered for, others not', async () => {
  const run = shelf();
  expect(
    (await run(call(2, '_RegisterFilledEvent'), call(2, '_UnregisterFilledEvent'))).error,
  ).toBeUndefined();
  expect((await run(call(2, '_RegisterEmptiedEvent'))).error).toMatchObject({ Code: 'ApiNotFound' });
});

test.each([
  [6, 'RecursiveQuery'],
  [8, 'EnsureUnchanged'],
  [42, '42'],
])('action type %i is refused by name', async (type, name) => {
  const { error } = await shelf()({ ActionType: type, ObjectPathId: 2 });
  expect(error).toMatchObject({ Code: 'NotImplemented', Message: expect.stringContaining(name) });
});
