/** `load(...)`: picks members of an object, or of every item of a collection, as the client selected them. */
import { apiNotFound } from './errors';
import { type ExcelObject, type Members, type ObjectModel, own, scalarOf } from './excelObject';
import type { Json, JsonObject, Query } from './wire';

/** The part of an answer by which the client later identifies the object. */
export function objectKey(object: ExcelObject): JsonObject {
  return object.referenceId ? { _ReferenceId: object.referenceId, ...object.key } : { ...object.key };
}

export function readMembers(model: ObjectModel, target: ExcelObject, query: Query): JsonObject {
  const members = model.of(target);
  if (!members.items) return pick(model, target, query.select);
  const all = members.items(target);
  const skip = query.skip ?? 0;
  const wanted = all.slice(skip, query.top === undefined ? undefined : skip + query.top);
  const selection = query.select.map(withoutItemsPrefix).filter((name) => !isOwnScalar(members, name));
  const answer: JsonObject = {
    _Items: wanted.map((item) => readMembers(model, item, { select: selection })),
  };
  for (const name of query.select) {
    if (isOwnScalar(members, name)) answer[wireName(name)] = scalarOf(members, wireName(name))!.get!(target);
  }
  return answer;
}

const withoutItemsPrefix = (name: string) => name.replace(/^items(\/|$)/i, '') || '*';
const isOwnScalar = (members: Members, name: string) => !!scalarOf(members, wireName(name))?.get;

/**
 * Converts a name as the add-in wrote it, `rowCount`, to its form on the wire, which begins with a capital.
 */
const wireName = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function pick(model: ObjectModel, target: ExcelObject, select: readonly string[]): JsonObject {
  const members = model.of(target);
  const answer = objectKey(target);
  const nested = new Map<string, string[]>();
  for (const path of select.length ? select : ['*']) {
    const [head, ...rest] = path.split('/');
    if (head === '*' || head === '') Object.assign(answer, allScalars(members, target));
    else if (own(members.objects, wireName(head))) push(nested, wireName(head), rest.join('/') || '*');
    else if (isOwnScalar(members, head)) answer[wireName(head)] = readScalar(members, target, wireName(head));
    // Names that Excel itself does not know load nothing.
    else if (model.isInExcel(members, wireName(head)))
      throw apiNotFound(`${members.className}.${wireName(head)}`);
  }
  for (const [name, paths] of nested) {
    const child = members.objects![name](target);
    answer[name] = child && readMembers(model, child, { select: paths });
  }
  return answer;
}

const readScalar = (members: Members, target: ExcelObject, name: string): Json =>
  scalarOf(members, name)!.get!(target);

function allScalars(members: Members, target: ExcelObject): JsonObject {
  const answer: JsonObject = {};
  for (const name of Object.keys(members.scalars ?? {})) {
    const scalar = scalarOf(members, name);
    if (scalar?.get) answer[name] = scalar.get(target);
  }
  return answer;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
