/**
 * Runs the batches of office.js (`{Actions, ObjectPaths}`) over Excel objects.
 *
 * host/ is for what passes between office.js and this page: the two hooks, requests, answers, events, errors. It imports
 * no other floor, and knows no Excel class by name.
 */
import {
  ExcelError,
  actionNotImplemented,
  apiNotFound,
  failed,
  itemNotFound,
  pathNotImplemented,
  readOnly,
  undefinedPath,
} from './errors';
import { type Argument, ExcelObject, type ObjectModel, type Result, own, scalarOf } from './excelObject';
import { readMembers, objectKey } from './query';
import type { References } from './references';
import {
  type Action,
  ActionType,
  type Answer,
  type Arguments,
  type Batch,
  type Json,
  PathType,
  isObject,
} from './wire';

export interface Host {
  readonly root: ExcelObject;
  readonly model: ObjectModel;
  readonly references: References;
  readonly services: Readonly<Record<string, ExcelObject>>;
  /** The error for a request with these flags; null if it can start, or `beforeBatch` is to wait. */
  refusalOf(flags: number): ExcelError | null;
  /** The error for a method call at this moment; null if it is allowed. */
  refusalOfCall(className: string, method: string): ExcelError | null;
  /** Why something cannot be changed, by a method or by setting a property (`Range.Values`); null when it can. */
  refusalOfChange(target: ExcelObject, member: string): ExcelError | null;
  /** Resolves when the workbook is ready for a request. */
  beforeBatch(): Promise<void>;
  /** Called when a property was set. */
  wrote(): void;
  /**
   * Called before anything is read: earlier writes of the batch must be visible, formulas calculated.
   * @param hasChanged whether the batch has changed anything so far
   */
  beforeRead(target: ExcelObject, hasChanged: boolean): Promise<void>;
  /** Called when the batch has ended, even if it failed. */
  afterBatch(): Promise<void>;
}

export class Executor {
  constructor(private readonly host: Host) {}

  /** Actions before a failed one stay applied, as in Excel. */
  async execute(batch: Batch): Promise<Answer> {
    const answer: Answer = { Results: [], TraceIds: [] };
    const run = new BatchRun(batch, this.host);
    await this.host.beforeBatch();
    for (const [index, action] of batch.actions.entries()) {
      try {
        if (action.type === ActionType.Trace) answer.TraceIds.push(action.id);
        answer.Results.push({ ActionId: action.id, Value: await run.perform(action) });
      } catch (error) {
        answer.Error = { ...describe(error), ActionIndex: index };
        break;
      }
    }
    await this.host.afterBatch();
    return answer;
  }
}

function describe(error: unknown) {
  const { code, message, location, status } = error instanceof ExcelError ? error : failed(error);
  return { Code: code, Message: message, Location: location, HttpStatusCode: status };
}

/** One batch: every object path is evaluated once. */
class BatchRun {
  private readonly resolved = new Map<string, ExcelObject | null>();
  private hasChanged = false;

  constructor(
    private readonly batch: Batch,
    private readonly host: Host,
  ) {}

  async perform(action: Action): Promise<Json> {
    if (action.type === ActionType.Trace) return null;
    const target = this.known(action.path) ?? (await this.resolve(action.path));
    if (action.type === ActionType.Instantiate) return target && objectKey(target);
    // Excel ignores calls on a null object, and its properties are null: nearly all of Microsoft's samples
    // begin with getItemOrNullObject("Sample").delete() for a sheet that does not exist
    // (OfficeDev/office-js-snippets, samples/excel;
    // learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model).
    if (!target) return null;
    const [given] = action.arguments.values;
    switch (action.type) {
      case ActionType.Query:
      case ActionType.Retrieve:
        await this.host.beforeRead(target, this.hasChanged);
        return readMembers(this.host.model, target, action.query);
      case ActionType.Method:
        return answerOf(await this.call(target, action.name, action.arguments));
      case ActionType.SetProperty:
        this.set(target, action.name, isObject(given) ? await this.withObjects(given) : given);
        return null;
      case ActionType.Update:
        this.update(target, await this.withObjects(given));
        return null;
      case ActionType.RecursiveQuery:
      case ActionType.EnsureUnchanged:
      default:
        throw actionNotImplemented(
          ActionType[action.type] ?? action.type,
          this.host.model.of(target).className,
        );
    }
  }

  /** What a path has led to before. Not to be waited for: a request may have thousands of actions. */
  private known(id: string): ExcelObject | null | undefined {
    return this.resolved.get(id);
  }

  private async resolve(id: string): Promise<ExcelObject | null> {
    const known = this.known(id);
    if (known !== undefined) return known;
    const found = await this.evaluate(id);
    this.resolved.set(id, found);
    return found;
  }

  private async evaluate(id: string): Promise<ExcelObject | null> {
    const path = this.batch.paths.get(id);
    if (!path) throw undefinedPath(id);
    switch (path.type) {
      case PathType.Root:
        return this.host.root;
      case PathType.NullObject:
        return null;
      case PathType.ReferenceId:
        return this.host.references.get(path.name);
      case PathType.Service: {
        const service = own(this.host.services, path.name);
        if (!service) throw apiNotFound(path.name);
        return service;
      }
    }
    const parent = this.known(path.parent) ?? (await this.resolve(path.parent));
    if (!parent) return null;
    const members = this.host.model.of(parent);
    switch (path.type) {
      case PathType.Property: {
        const property = own(members.objects, path.name);
        if (!property) throw apiNotFound(`${members.className}.${path.name}`);
        return property(parent);
      }
      case PathType.Indexer: {
        const location = `${members.className}.getItem`;
        if (!members.item) throw apiNotFound(location);
        const item = members.item(parent, path.arguments.values[0] ?? null);
        if (!item) throw itemNotFound(location);
        return item;
      }
      case PathType.Method: {
        const found = await this.call(parent, path.name, path.arguments);
        return found instanceof ExcelObject ? found : null;
      }
      default:
        throw pathNotImplemented(path.type);
    }
  }

  private async call(target: ExcelObject, name: string, args: Arguments): Promise<Result> {
    if (this.host.references.serve(target, name, args.values[0])) return null;
    // Events are always sent; the client itself drops those without a handler.
    const event = /^_(?:Register|Unregister)(\w+)$/.exec(name);
    const { className, events, methods } = this.host.model.of(target);
    if (event && events?.includes(event[1])) return null;
    const method = own(methods, name);
    if (!method) throw apiNotFound(`${className}.${name}`);
    const refusal =
      this.host.refusalOfCall(className, name) ?? this.host.refusalOfChange(target, `${className}.${name}`);
    if (refusal) throw refusal;
    // In Excel's model, what only finds or tells something is called so.
    this.hasChanged ||= !name.startsWith('Get');
    // A method without a result is answered with null.
    const given = args.pathIds.some(isPath) ? await this.argumentsOf(args) : args.values;
    return (await method(target, ...given)) as Result;
  }

  private async argumentsOf({ values, pathIds }: Arguments): Promise<Argument[]> {
    return Promise.all(
      values.map(async (value, index) => {
        const id = pathIds[index];
        return isPath(id) ? await this.resolve(String(id)) : value;
      }),
    );
  }

  /**
   * Replaces objects inside a value being set, e.g. a range in a rule, which are given by the id of their
   * path.
   */
  private async withObjects(value: Json | undefined): Promise<Json | undefined> {
    if (!isObject(value)) return value;
    const id = value._ObjectPathId;
    // Only setters that expect objects look for them in the value.
    if (typeof id === 'number') return (await this.resolve(String(id))) as unknown as Json;
    const entries = Object.entries(value).map(async ([name, each]) => [name, await this.withObjects(each)]);
    return Object.fromEntries(await Promise.all(entries)) as Json;
  }

  private set(target: ExcelObject, name: string, value: Json | undefined): void {
    const members = this.host.model.of(target);
    const { className } = members;
    const scalar = scalarOf(members, name);
    if (!scalar) throw apiNotFound(`${className}.${name}`);
    if (!scalar.set) throw readOnly(`${className}.${name}`);
    const refusal = this.host.refusalOfChange(target, `${className}.${name}`);
    if (refusal) throw refusal;
    this.hasChanged = true;
    scalar.set(target, value ?? null);
    this.host.wrote();
  }

  /** `object.set({...})` of newer clients: nested values under the names of navigation properties. */
  private update(target: ExcelObject, values: Json | undefined): void {
    if (!isObject(values)) return;
    for (const [name, value] of Object.entries(values)) {
      const wireName = name.charAt(0).toUpperCase() + name.slice(1);
      const child = own(this.host.model.of(target).objects, wireName)?.(target);
      if (child) this.update(child, value);
      else this.set(target, wireName, value);
    }
  }
}

const isPath = (id: Json | undefined): id is number => typeof id === 'number' && id > 0;

const answerOf = (result: Result): Json =>
  result instanceof ExcelObject ? objectKey(result) : (result ?? null);
