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
    this.service.update$.subscribe(({ unitId, type, definedNames }) => {
      if (unitId !== grid.unitId || !this.scopes) return;
      for (const name of definedNames) {
        if (type === 'remove') this.take(name);
        else this.put(name);
      }
    });
    // The scope of a name is its sheet only while the sheet exists.
    const forget = () => (this.scopes = null);
    grid.workbook.sheetCreated$.subscribe(forget);
    grid.workbook.sheetDisposed$.subscribe(forget);
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

/** Private members of Univer's service. */
interface PrivateNames {
  _updateCache: (unitId: string) => void;
  _nameCacheMap: Record<string, unknown>;
  getValueByName: IDefinedNamesService['getValueByName'];
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
