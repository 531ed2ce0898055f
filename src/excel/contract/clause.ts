/**
 * What Excel's documentation promises of the members of office.js that the add-in uses, as code: run in any Excel, it says
 * which promises hold there.
 *
 * contract/ is loaded when somebody wants to know, as a chunk of its own. Clauses have their English names where they
 * stand: their report goes to whoever maintains the add-in.
 */
import type { Bench } from './bench';

/** What was found, and what the documentation promises: the clause holds if they are the same as JSON. */
export interface Finding {
  readonly found: unknown;
  readonly promised: unknown;
}

/** One promise. */
export interface Clause {
  /** As a sentence: "A read of formulas gives canonical formulas". */
  readonly name: string;
  /** What it is a promise of, such as `Range.formulas` or `Range.clear()`; the first one's page is the clause's. */
  readonly members: readonly [string, ...string[]];
  /** Where it is promised, if not on the page of the first member: an address, or a member whose page it is. */
  readonly page?: string;
  check(bench: Bench): Promise<Finding>;
}

/** The promises about one object of Excel's. */
export interface Chapter {
  readonly object: string;
  /** Its clauses share a sheet whose cells are cleared between them: nothing else stays of what they do. */
  readonly onlyCells?: boolean;
  readonly clauses: readonly Clause[];
}

/** Where the clause's promise is made. */
export function pageOf({ page, members: [first] }: Clause): string {
  return page?.startsWith('https:') ? page : apiPage(page ?? first);
}

/** The page of Microsoft's reference for `Range.values` or `Range.clear()`. */
function apiPage(member: string): string {
  const [object, name] = member.toLowerCase().split('.');
  const anchor = name.endsWith('()') ? `${name.slice(0, -2)}-member(1)` : `${name}-member`;
  return `https://learn.microsoft.com/javascript/api/excel/excel.${object}#excel-excel-${object}-${anchor}`;
}

/** A number that may differ by so much counts as the promised one. */
export function near(found: unknown, promised: number, tolerance: number): Finding {
  const isNear = typeof found === 'number' && Math.abs(found - promised) <= tolerance;
  return { found: isNear ? promised : found, promised };
}
