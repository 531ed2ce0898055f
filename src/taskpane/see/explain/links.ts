import { createContext } from 'react';
import { toA1 } from '../../../notebook/address';
import type { CellRef } from '../../../notebook/explain/explanation';
import { SUFFIX, type SheetKey } from '../../../notebook/plan';

/** What the addresses in an explanation are links of. */
export interface Links {
  /** The sheet of the explained cell: addresses on others say so. */
  readonly sheet?: SheetKey;
  goTo(cell: CellRef): void;
}

export const LinksContext = createContext<Links>({ goTo: () => undefined });

/** "AD11", or "∂ AD11" for one on another sheet. */
export function addressText({ key, row, column }: CellRef, sheet: SheetKey | undefined): string {
  const address = toA1({ row, column, rows: 1, columns: 1 });
  if (key === sheet) return address;
  return `${key === 'values' ? 'values' : SUFFIX[key].trim()} ${address}`;
}
