/**
 * What an object of Excel's object model is to the wire: a class name and an explicit table of members, named as
 * they travel (PascalCase). Whatever is not in the table does not exist, and asking for it is an error that says so.
 */
import type { Json } from './wire';

export type Argument = Json | ExcelObject | undefined;
export type Result = Json | ExcelObject | undefined;
export type Method<T> =
  ((self: T, ...args: Argument[]) => Result | Promise<Result>) | ((self: T, ...args: Argument[]) => void);

export interface Scalar<T> {
  readonly get?: (self: T) => Json;
  readonly set?: (self: T, value: Json) => void;
}

export interface MemberTable<T> {
  /** Values: a getter alone makes a property that can only be read. */
  readonly scalars?: Readonly<Record<string, Scalar<T> | ((self: T) => Json)>>;
  /** Properties that lead to another object; null is Excel's null object. */
  readonly objects?: Readonly<Record<string, (self: T) => ExcelObject | null>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** Names as in `_RegisterDataChangedEvent`, without the prefix: the events that can be listened to. */
  readonly events?: readonly string[];
  readonly items?: (self: T) => ExcelObject[];
  /** The indexer, `getItem(key)`. */
  readonly item?: (self: T, key: Json) => ExcelObject | null;
}

export type Members = MemberTable<ExcelObject> & { readonly className: string };

export abstract class ExcelObject {
  abstract readonly members: Members;
  /** Set while the add-in holds on to the object across requests. */
  referenceId?: string;
  /** What the client remembers the object by, e.g. `{ Id: ... }`: its path then becomes an indexer. */
  get key(): Readonly<Record<string, Json>> {
    return {};
  }
}

/** Declares a class's members; the type of `self` is forgotten once, here. */
export function membersOf<T extends ExcelObject>(className: string, table: MemberTable<T>): Members {
  return { className, ...table } as unknown as Members;
}

export const scalarOf = (members: Members, name: string): Scalar<ExcelObject> | undefined => {
  const found = own(members.scalars, name);
  return typeof found === 'function' ? { get: found } : found;
};

/** Look-up without falling through to Object.prototype. */
export function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
