/**
 * What an object of Excel's object model is to the wire: a class name and an explicit table of members, named as
 * they travel (PascalCase). Whatever is not in the table does not exist, and asking for it is an error that says so.
 *
 * Excel's objects lead to each other in circles: a range to its worksheet, the worksheet to its ranges. Classes and
 * tables of members are therefore two things: a class says what an object is and knows no table, a table may create
 * objects of every class.
 */
import type { Json } from './wire';

export type Argument = Json | ExcelObject | undefined;
export type Result = Json | ExcelObject | undefined;
type Method<T> =
  ((self: T, ...args: Argument[]) => Result | Promise<Result>) | ((self: T, ...args: Argument[]) => void);

export interface Scalar<T> {
  readonly get?: (self: T) => Json;
  readonly set?: (self: T, value: Json) => void;
}

export interface MemberTable<T> {
  /** Values; a getter alone makes a read-only property. */
  readonly scalars?: Readonly<Record<string, Scalar<T> | ((self: T) => Json)>>;
  /** Properties that return another object; null is Excel's null object. */
  readonly objects?: Readonly<Record<string, (self: T) => ExcelObject | null>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** Names as in `_RegisterDataChangedEvent`, without the prefix: the events that can be listened to. */
  readonly events?: readonly string[];
  readonly items?: (self: T) => readonly ExcelObject[];
  /** The indexer, `getItem(key)`. */
  readonly item?: (self: T, key: Json) => ExcelObject | null;
}

/** A class with its members. */
export interface Members extends MemberTable<ExcelObject> {
  readonly type: ObjectClass<ExcelObject>;
  readonly className: string;
}

export type ObjectClass<T> = abstract new (...args: never[]) => T;

export abstract class ExcelObject {
  /** Set while the add-in holds on to the object across requests. */
  referenceId?: string;
  /** What identifies the object to the client, e.g. `{ Id: ... }`: its path can then be an indexer. */
  get key(): Readonly<Record<string, Json>> {
    return {};
  }
}

/** Declares the members of a class; the type of `self` is erased here, and nowhere else. */
export function membersOf<T extends ExcelObject>(
  type: ObjectClass<T>,
  className: string,
  table: MemberTable<T>,
): Members {
  return { type, className, ...table } as unknown as Members;
}

/** Finds the members of any object. */
export class ObjectModel {
  private readonly byClass: ReadonlyMap<unknown, Members>;

  /** @param properties the names of a class's properties in Excel, implemented here or not */
  constructor(
    all: readonly Members[],
    private readonly properties: Readonly<Record<string, string>> = {},
  ) {
    this.byClass = new Map(all.map((members) => [members.type, members]));
  }

  /** Whether Excel has a property (in PascalCase, as on the wire), even if it is not implemented here. */
  isInExcel({ className }: Members, name: string): boolean {
    const names = own(this.properties, className)?.split(' ') ?? [];
    return names.includes(name.charAt(0).toLowerCase() + name.slice(1));
  }

  /** @throws Error for an object whose class was declared without members */
  of(object: ExcelObject): Members {
    const members = this.byClass.get(object.constructor);
    if (!members) throw new Error(`The class ${object.constructor.name} is not in the object model.`);
    return members;
  }
}

export const scalarOf = (members: Members, name: string): Scalar<ExcelObject> | undefined => {
  const found = own(members.scalars, name);
  return typeof found === 'function' ? { get: found } : found;
};

/** A look-up that ignores Object.prototype. */
export function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
