/** Index of defined names by scope and spelling, and by id; updated whenever Univer reports a change of a name. */
import { type IDefinedNamesServiceParam, IDefinedNamesService } from '@univerjs/engine-formula';
import type { Grid } from '../../grid/grid';

export type StoredName = IDefinedNamesServiceParam;
type Scope = Map<string, StoredName>;

const indexes = new WeakMap<Grid, NameIndex>();

export function nameIndex(grid: Grid): NameIndex {
  let index = indexes.get(grid);
  if (!index) indexes.set(grid, (index = new NameIndex(grid)));
  return index;
}

class NameIndex {
  /** Names of a scope by their spelling in small letters; null is the workbook. */
  private scopes: Map<string | null, Scope> | null = null;
  private readonly service: IDefinedNamesService;
  private readonly places = new Map<string, { scope: string | null; key: string }>();

  constructor(private readonly grid: Grid) {
    this.service = grid.injector.get(IDefinedNamesService);
    rebuildLazily(this.service);
    lookBriefly(this.service);
    reportTogether(this.service, (change) => this.hear(change));
    // The scope of a name is its sheet only while the sheet exists.
    const forget = () => (this.scopes = null);
    grid.workbook.sheetCreated$.subscribe(forget);
    grid.workbook.sheetDisposed$.subscribe(forget);
  }

  private hear({ unitId, type, definedNames }: NamesChange): void {
    if (unitId !== this.grid.unitId || !this.scopes) return;
    for (const name of definedNames) {
      if (type === 'remove') this.take(name);
      else this.put(name);
    }
  }

  byId(id: string): StoredName | undefined {
    return this.service.getValueById(this.grid.unitId, id) ?? undefined;
  }

  find(scope: string | null, name: string): StoredName | undefined {
    return this.all().get(scope)?.get(name.toLowerCase());
  }

  of(scope: string | null): StoredName[] {
    return [...(this.all().get(scope)?.values() ?? [])];
  }

  private all(): Map<string | null, Scope> {
    if (!this.scopes) {
      this.scopes = new Map();
      this.places.clear();
      const names = this.service.getDefinedNameMap(this.grid.unitId) ?? {};
      for (const name of Object.values(names)) this.put(name);
    }
    return this.scopes;
  }

  private put(name: StoredName): void {
    const scope = this.scopeOf(name);
    const key = name.name.toLowerCase();
    const place = this.places.get(name.id);
    if (place && (place.scope !== scope || place.key !== key)) this.take(name);
    let names = this.scopes!.get(scope);
    if (!names) this.scopes!.set(scope, (names = new Map()));
    names.set(key, name);
    this.places.set(name.id, { scope, key });
  }

  private take({ id }: StoredName): void {
    const place = this.places.get(id);
    if (!place) return;
    this.places.delete(id);
    const names = this.scopes?.get(place.scope);
    if (names?.get(place.key)?.id === id) names.delete(place.key);
  }

  /**
   * The scope of a name. In names from Univer's dialog it can be a word instead of a sheet id; that means the
   * workbook.
   */
  private scopeOf({ localSheetId }: StoredName): string | null {
    return localSheetId && this.grid.sheet(localSheetId) ? localSheetId : null;
  }
}

/** What Univer reports of names: that they are there, or changed, or that they are gone. */
interface NamesChange {
  readonly unitId: string;
  readonly type: 'update' | 'remove';
  readonly definedNames: readonly StoredName[];
}

/** Private members of Univer's service. */
interface PrivateNames {
  _update: (change: NamesChange) => void;
  _updateCache: (unitId: string) => void;
  _nameCacheMap: Record<string, unknown>;
  getValueByName: IDefinedNamesService['getValueByName'];
  hasDefinedName: IDefinedNamesService['hasDefinedName'];
}

/** Univer rebuilds its cache of all names for each new one; here it is rebuilt when a name is looked up. */
function rebuildLazily(service: IDefinedNamesService): void {
  const own = service as unknown as PrivateNames;
  const rebuild = own._updateCache.bind(service);
  const find = own.getValueByName.bind(service);
  own._updateCache = () => (own._nameCacheMap = {});
  own.getValueByName = (unitId, name) => {
    if (!own._nameCacheMap[unitId]) rebuild(unitId);
    return find(unitId, name);
  };
}

/** With each name that goes Univer lists all others, to see whether there is any; here they are listed only once. */
function lookBriefly(service: IDefinedNamesService): void {
  const own = service as unknown as PrivateNames;
  const listed = new Map<string, string[]>();
  own.hasDefinedName = (unitId) => {
    const names = service.getDefinedNameMap(unitId) ?? {};
    const ids = listed.get(unitId) ?? [];
    while (ids.length > 0 && !(ids[ids.length - 1] in names)) ids.pop();
    if (ids.length === 0) ids.push(...Object.keys(names));
    listed.set(unitId, ids);
    return ids.length > 0;
  };
}

/**
 * Univer's name box goes through all names at each change of one, which takes minutes for the thousands of names of a
 * large notebook. Here it hears at once of all that changed in a request.
 * @param hear is told of each change when it happens
 */
function reportTogether(service: IDefinedNamesService, hear: (change: NamesChange) => void): void {
  const own = service as unknown as PrivateNames;
  const report = own._update.bind(service);
  let waiting: (NamesChange & { readonly definedNames: StoredName[] })[] = [];
  const reportAll = () => {
    const changes = waiting;
    waiting = [];
    for (const change of changes) report(change);
  };
  own._update = (change) => {
    hear(change);
    if (waiting.length === 0) setTimeout(reportAll);
    const last = waiting.at(-1);
    if (last?.type === change.type && last.unitId === change.unitId)
      last.definedNames.push(...change.definedNames);
    else waiting.push({ ...change, definedNames: [...change.definedNames] });
  };
}
