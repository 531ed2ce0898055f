/** What Excel's collections share: items, their count, and the ways to get one of them. */
import { itemNotFound } from '../host/errors';
import {
  type Argument,
  ExcelObject,
  type MemberTable,
  type Members,
  type ObjectClass,
  membersOf,
} from '../host/excelObject';
import { itemKey, whole } from './arguments';

export abstract class Collection<Item extends ExcelObject = ExcelObject> extends ExcelObject {
  abstract get list(): readonly Item[];

  /** The item that `getItem` finds; a collection whose items have no keys finds none. */
  find?(key: string | number): Item | null;
}

/** For the collections that have `count` as a property. */
export const COUNT = { Count: ({ list }: Collection) => list.length };

/** The members that every collection has, and its `own`. */
export function collectionMembers<C extends Collection>(
  type: ObjectClass<C>,
  className: string,
  own: MemberTable<C> = {},
): Members {
  const find = (self: C, key: Argument, method: string) =>
    self.find?.(itemKey(key, `${className}.${method}`)) ?? null;
  return membersOf<C>(type, className, {
    items: ({ list }) => list,
    item: (self, key) => find(self, key, 'getItem'),
    ...own,
    methods: {
      GetCount: ({ list }) => list.length,
      GetItem: (self, key) => existing(find(self, key, 'getItem'), `${className}.getItem`),
      GetItemAt: ({ list }, index) => {
        const location = `${className}.getItemAt`;
        return existing(list[whole(index, location)], location);
      },
      GetItemOrNullObject: (self, key) => find(self, key, 'getItemOrNullObject'),
      ...own.methods,
    },
  });
}

/** @throws ExcelError ItemNotFound if there is nothing */
export function existing<T>(found: T | null | undefined, location: string): T {
  if (found === null || found === undefined) throw itemNotFound(location);
  return found;
}
