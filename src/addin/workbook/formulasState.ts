import { siteId, sites, type Site } from '../../excel/read/site';
import { isParameter } from '../../notebook/sheet/block';
import type { FormulasState } from '../state';
import type { LiveNotebook } from './notebook/liveNotebook';
import { isCovered, type Stays } from './notebook/shownFormulas';
import { formulaTexts } from '../../texts/addin/formulas';

/** The pane's state about cells that are formulas. */
export function formulasState({
  plan,
  record: { formulas: covered = [] },
  formulas,
}: LiveNotebook): FormulasState {
  const chosen = sites(plan).filter((site) => covered.includes(siteId(site)));
  return {
    values: covered.includes('values'),
    gradients: covered.includes('gradients'),
    blocks: chosen.map(titleOf),
    stays: reasonsOf(formulas.stays.filter(({ site }) => isCovered(covered, site))),
  };
}

const MOST = 3;

/** "batch loss; gradients of all weights and biases (their reason)". */
export function reasonsOf(stays: readonly Stays[]): string[] {
  const byReason = new Map<string, Site[]>();
  for (const { site, reason } of stays) byReason.set(reason, [...(byReason.get(reason) ?? []), site]);
  return [...byReason].map(([reason, all]) => {
    const weights = all.filter(({ key, block }) => key === 'gradients' && isParameter(block));
    const named = all.filter((site) => !weights.includes(site)).map(titleOf);
    if (weights.length) named.push(formulaTexts.weightGradients);
    return formulaTexts.reason(named.slice(0, MOST), Math.max(0, named.length - MOST), reason);
  });
}

function titleOf({ key, block: { title } }: Site): string {
  return TITLES[key]?.(title) ?? title;
}

const TITLES: Readonly<Partial<Record<Site['key'], (title: string) => string>>> = formulaTexts.blocks;
