/**
 * Requests and answers of office.js. Its JSON is untyped; it is parsed here, once, and everything behind this file is
 * typed.
 */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export enum ActionType {
  Instantiate = 1,
  Query = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
  RecursiveQuery = 6,
  Retrieve = 7,
  EnsureUnchanged = 8,
  Update = 9,
}

export enum PathType {
  Root = 1,
  Service = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  ReferenceId = 6,
  NullObject = 7,
}

/** Arguments of a call; for those that are objects, `pathIds` has the id of their path at the same index. */
export interface Arguments {
  readonly values: Json[];
  readonly pathIds: Json[];
}

interface ObjectPath {
  readonly type: PathType;
  readonly name: string;
  readonly parent: string;
  readonly arguments: Arguments;
}

export interface Query {
  readonly select: string[];
  readonly top?: number;
  readonly skip?: number;
}

export interface Action {
  readonly id: number;
  readonly type: ActionType;
  readonly name: string;
  readonly path: string;
  readonly arguments: Arguments;
  readonly query: Query;
}

export interface Batch {
  readonly actions: Action[];
  readonly paths: ReadonlyMap<string, ObjectPath>;
}

export interface Answer {
  Results: { ActionId: number; Value: Json }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

/** An event on its way to the add-in; `message` is JSON text. */
export interface EventEntry {
  readonly messageCategory: 65536;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const textOf = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : String(value);
const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

export function parseBatch(body: Json): Batch {
  const source = objectOf(body);
  return {
    actions: listOf(source.Actions).map((action) => parseAction(objectOf(action))),
    paths: new Map(
      Object.entries(objectOf(source.ObjectPaths)).map(([id, path]) => [id, parsePath(objectOf(path))]),
    ),
  };
}

function parseAction(source: JsonObject): Action {
  return {
    id: Number(source.Id),
    type: Number(source.ActionType),
    name: textOf(source.Name),
    path: textOf(source.ObjectPathId),
    arguments: parseArguments(source.ArgumentInfo),
    query: parseQuery(objectOf(source.QueryInfo)),
  };
}

function parsePath(source: JsonObject): ObjectPath {
  return {
    type: Number(source.ObjectPathType),
    name: textOf(source.Name),
    parent: textOf(source.ParentObjectPathId),
    arguments: parseArguments(source.ArgumentInfo),
  };
}

function parseArguments(source: Json | undefined): Arguments {
  const info = objectOf(source);
  return { values: listOf(info.Arguments), pathIds: listOf(info.ReferencedObjectPathIds) };
}

function parseQuery(source: JsonObject): Query {
  return {
    select: [...listOf(source.Select), ...listOf(source.Expand)].map(textOf),
    top: numberOf(source.Top),
    skip: numberOf(source.Skip),
  };
}
