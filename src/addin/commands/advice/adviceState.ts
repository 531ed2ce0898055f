import { toA1 } from '../../../notebook/sheet/address';
import type { Block } from '../../../notebook/sheet/block';
import type { CellRef } from '../../../notebook/explain/explanation';
import { settingFor } from '../../../notebook/sheet/settings';
import { adviceOn } from '../../../training/advice/advice';
import type { Advice, LossPoint } from '../../../training/advice/mistakes';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';

/** A mistake, and the cell where it can be mended. */
export interface ShownAdvice {
  readonly advice: Advice;
  readonly cell: CellRef;
  readonly address: string;
}

/** What there is to say about the training of a notebook, with cells that are where they were last seen. */
export function adviceState(notebook: LiveNotebook, losses: readonly LossPoint[]): ShownAdvice[] {
  return adviceOn(notebook.trainer, losses, notebook.past.lastRow).flatMap((advice) => {
    const block = notebook.plan.layout.blocks.find((each) => isMeant(each, advice));
    const place = block && notebook.placeOf('values', block.name);
    if (!place) return [];
    const { row, column } = place;
    return [
      {
        advice,
        cell: { key: 'values', row, column } as const,
        address: toA1({ row, column, rows: 1, columns: 1 }),
      },
    ];
  });
}

function isMeant({ name, source }: Block, advice: Advice): boolean {
  if ('setting' in advice) return name === settingFor(advice.setting).name;
  if (advice.tensor === 'input' || advice.tensor === 'target') return source.kind === advice.tensor;
  return source.kind === 'parameter' && source.tensor === advice.tensor;
}
