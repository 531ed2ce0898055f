/** `load(...)`: picks members of an object, or of every item of a collection, as the client selected them. */
import { apiNotFound } from './errors';
import { type ExcelObject, own, scalarOf } from './excelObject';
import type { Json, JsonObject, Query } from './wire';

/** The part of an answer by which the client remembers the object. */
export function objectKey(object: ExcelObject): JsonObject {
  return object.referenceId ? { _ReferenceId: object.referenceId, ...object.key } : { ...object.key };
}

export function readMembers(target: ExcelObject, query: Query): JsonObject {
  const { items } = target.members;
  if (!items) return pick(target, query.select);
  const all = items(target);
  const skip = query.skip ?? 0;
  const wanted = all.slice(skip, query.top === undefined ? undefined : skip + query.top);
  const selection = query.select.map(withoutItemsPrefix).filter((name) => !isOwnScalar(target, name));
  const answer: JsonObject = { _Items: wanted.map((item) => readMembers(item, { select: selection })) };
  for (const name of query.select) {
    if (isOwnScalar(target, name))
      answer[wireName(name)] = scalarOf(target.members, wireName(name))!.get!(target);
  }
  return answer;
}

const withoutItemsPrefix = (name: string) => name.replace(/^items(\/|$)/i, '') || '*';
const isOwnScalar = (target: ExcelObject, name: string) => !!scalarOf(target.members, wireName(name))?.get;

/** Names arrive as the add-in wrote them, `rowCount`; on the wire they begin with a capital. */
const wireName = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function pick(target: ExcelObject, select: readonly string[]): JsonObject {
  const answer = objectKey(target);
  const nested = new Map<string, string[]>();
  for (const path of select.length ? select : ['*']) {
    const [head, ...rest] = path.split('/');
    if (head === '*' || head === '') Object.assign(answer, allScalars(target));
    else if (own(target.members.objects, wireName(head))) push(nested, wireName(head), rest.join('/') || '*');
    else answer[wireName(head)] = readScalar(target, wireName(head));
  }
  for (const [name, paths] of nested) {
    const child = target.members.objects![name](target);
    answer[name] = child && readMembers(child, { select: paths });
  }
  return answer;
}

function readScalar(target: ExcelObject, name: string): Json {
  const scalar = scalarOf(target.members, name);
  if (!scalar?.get) throw apiNotFound(`${target.members.className}.${name}`);
  return scalar.get(target);
}

function allScalars(target: ExcelObject): JsonObject {
  const answer: JsonObject = {};
  for (const name of Object.keys(target.members.scalars ?? {})) {
    const scalar = scalarOf(target.members, name);
    if (scalar?.get) answer[name] = scalar.get(target);
  }
  return answer;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
