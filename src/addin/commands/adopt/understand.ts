import { AdoptedSpec } from '../../../notebook/adopt/adoptedSpec';
import { recognise } from '../../../notebook/adopt/recognise';
import type { FoundNetwork } from '../../../notebook/adopt/recognised';
import type { ReadSheet, SheetCells } from '../../../notebook/adopt/readSheet';
import { linesOf } from '../../../notebook/adopt/report';
import { Stopped } from '../../../notebook/adopt/stopped';
import { tooLarge } from '../../../notebook/model/size';
import type { NotebookSpec } from '../../../notebook/sheet/spec';
import { adoptTexts } from '../../../texts/adopt';
import { NotebookError } from '../../faults';

/** The network that a sheet computes, and the notebook that it becomes. */
export interface Understood {
  readonly sheet: ReadSheet;
  readonly found: FoundNetwork;
  readonly spec: NotebookSpec;
}

/** @throws NotebookError that says how far recognition came, and at which cell it stopped */
export function understand(cells: SheetCells): Understood {
  try {
    const { sheet, found } = recognise(cells);
    const width = cells.values.reduce((most, row) => Math.max(most, row.length), 0);
    const spec = new AdoptedSpec(sheet, found).notebook(cells.name, width);
    const reason = tooLarge(spec);
    if (reason) throw new NotebookError(reason);
    return { sheet, found, spec };
  } catch (error) {
    throw error instanceof Stopped ? asFault(cells.name, error) : error;
  }
}

/** The message about a sheet that is not adopted. */
export function asFault(name: string, { cell, message, layers, input }: Stopped): NotebookError {
  const found = layers.length ? linesOf({ input, layers }, name) : [];
  return new NotebookError(
    adoptTexts.stopped(
      name,
      found.map(({ name: layer, what, where }) => `${layer} (${what}; ${where})`),
      cell,
      message,
    ),
  );
}
