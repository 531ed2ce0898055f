import { overlap, type Rect } from '../../notebook/sheet/address';
import type { Plan, SheetKey } from '../../notebook/sheet/plan';
import { siteId, sites, type Site } from './site';

/** Cells of a bucket to a side: about the size of a map. */
const BUCKET = 32;

/** From so many buckets on it is quicker to look at every site. */
const MANY_BUCKETS = 400;

interface Placed {
  readonly site: Site;
  readonly rect: Rect;
  /** In the plan's order. */
  readonly order: number;
}

/**
 * Finds the sites under some cells without looking at each of them: a large notebook has thousands, and Excel tells of
 * each block that a step writes by itself.
 */
export class SitesByPlace {
  private readonly placed: readonly Placed[];
  private readonly buckets = new Map<string, Placed[]>();

  /** @param found by site: where it stands; sites that are not there are gone */
  constructor(plan: Plan, found: ReadonlyMap<string, { readonly rect: Rect }>) {
    this.placed = sites(plan).flatMap((site, order) => {
      const rect = found.get(siteId(site))?.rect;
      return rect ? [{ site, rect, order }] : [];
    });
    for (const placed of this.placed)
      for (const bucket of bucketsOf(placed.site.key, placed.rect)) {
        const others = this.buckets.get(bucket);
        if (others) others.push(placed);
        else this.buckets.set(bucket, [placed]);
      }
  }

  /** The sites of a sheet that share a cell with an area, in the plan's order. */
  overlapping(key: SheetKey, area: Rect): Site[] {
    return this.near(key, area)
      .filter(({ site, rect }) => site.key === key && overlap(rect, area))
      .sort((a, b) => a.order - b.order)
      .map(({ site }) => site);
  }

  private near(key: SheetKey, area: Rect): readonly Placed[] {
    if (bucketCount(area) > MANY_BUCKETS) return this.placed;
    const near = bucketsOf(key, area).flatMap((bucket) => this.buckets.get(bucket) ?? []);
    return [...new Set(near)];
  }
}

function bucketCount({ rows, columns }: Rect): number {
  return (Math.ceil(rows / BUCKET) + 1) * (Math.ceil(columns / BUCKET) + 1);
}

function bucketsOf(key: SheetKey, { row, column, rows, columns }: Rect): string[] {
  const buckets: string[] = [];
  for (let r = Math.floor(row / BUCKET); r * BUCKET < row + rows; r++)
    for (let c = Math.floor(column / BUCKET); c * BUCKET < column + columns; c++)
      buckets.push(`${key} ${r} ${c}`);
  return buckets;
}
