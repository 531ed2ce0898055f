import type { FormulaWrite } from '../../../excel/write/formulaWriter';
import type { Reading } from '../../../excel/read/reading';
import { siteId, type Site, siteIdOf } from '../../../excel/read/site';
import type { Block } from '../../../notebook/sheet/block';
import { Formulas, isComputed } from '../../../notebook/formulas';
import { StaysValues, type Formula } from '../../../notebook/formulas/formula';
import type { Plan, SheetKey } from '../../../notebook/sheet/plan';
import type { Settings } from '../../../notebook/sheet/settings';
import { formulaTexts } from '../../../texts/addin/formulas';

/** What is shown as formulas: 'values', 'gradients' (with their related sheets), or single sites by id. */
export type Covered = readonly string[];

/** Sheets that become formulas together. */
export type FormulaGroup = 'values' | 'gradients';

/** Undefined for what the add-in remembers, which cannot be formulas. */
export function groupOf(key: SheetKey): FormulaGroup | undefined {
  return GROUPS[key];
}

const GROUPS: Readonly<Partial<Record<SheetKey, FormulaGroup>>> = {
  values: 'values',
  gradients: 'gradients',
  next: 'gradients',
  rotated: 'gradients',
};

export function isCovered(covered: Covered, site: Site): boolean {
  const group = groupOf(site.key);
  if (!isComputed(site.key, site.block)) return false;
  return (group !== undefined && covered.includes(group)) || covered.includes(siteId(site));
}

/** A block that should be formulas, and why it stays values. */
export interface Stays {
  readonly site: Site;
  readonly reason: string;
}

/** Which blocks of a notebook contain formulas, and which formulas to write. */
export class ShownFormulas {
  /** By site: the formulas its cells contain, and the settings they depend on. */
  private readonly shown = new Map<string, { readonly variant: string; readonly signature: string }>();
  /** By site: why it stays values under the present settings. */
  private stay = new Map<string, Stays>();
  private variant = '';

  constructor(private readonly plan: Plan) {}

  /** Blocks that should be formulas but stay values. */
  get stays(): Stays[] {
    return [...this.stay.values()];
  }

  /** Whether its cells contain formulas now. */
  isShown(site: Site): boolean {
    return this.shown.has(siteId(site));
  }

  /** Whether there is no formula for it under the present settings. Call after `due`. */
  staysValues(site: Site): boolean {
    return this.stay.has(siteId(site));
  }

  /** Call when its cells contain values, or are gone. */
  forget(site: Site): void {
    this.shown.delete(siteId(site));
  }

  /** Call when all cells must be filled again. */
  forgetAll(): void {
    this.shown.clear();
    this.stay.clear();
  }

  /**
   * The formulas to write; none for sites that contain theirs already.
   * @param forced sites that were typed over
   */
  due(
    sites: readonly Site[],
    settings: Settings,
    reading: Reading,
    forced: ReadonlySet<string> | undefined,
  ): (FormulaWrite & { readonly site: Site })[] {
    const variant = variantOf(settings);
    if (variant !== this.variant) this.stay = new Map();
    this.variant = variant;
    const formulas = this.formulasAt(settings, reading);
    return sites.flatMap((site) => {
      const id = siteId(site);
      const before = this.shown.get(id);
      const isForced = forced?.has(id) ?? false;
      if ((before?.variant === variant && !isForced) || this.stay.has(id)) return [];
      const own = this.formulasOf(formulas, site);
      if (!own) return [];
      const signature = JSON.stringify([own[0], own.at(-1)]);
      this.shown.set(id, { variant, signature });
      if (!isForced && before?.signature === signature) return [];
      const { rect } = reading.found.get(id)!;
      const gaps = isForced ? '' : null;
      return [{ site, key: site.key, block: site.block, rect, formulas: own, gaps }];
    });
  }

  private formulasOf(formulas: Formulas, site: Site): Formula[] | undefined {
    try {
      return formulas.of(site.key, site.block);
    } catch (error) {
      if (!(error instanceof StaysValues)) throw error;
      this.stay.set(siteId(site), { site, reason: error.message });
      return undefined;
    }
  }

  private formulasAt(settings: Settings, reading: Reading): Formulas {
    const placeOf = (key: SheetKey, { name, rect }: Block) => {
      if (!reading.isThere(key)) throw new StaysValues(formulaTexts.sheetGone(reading.nameOf(key)));
      return reading.found.get(siteIdOf(key, name))?.rect ?? rect;
    };
    return new Formulas(this.plan.spec, this.plan.layout, settings, placeOf, (key) => reading.nameOf(key));
  }
}

/** The settings that determine which formulas there are. */
function variantOf({ batchSize, mode, optimiser, schedule, weightDecay }: Settings): string {
  return [batchSize, mode, optimiser, schedule, weightDecay > 0].join(' ');
}
