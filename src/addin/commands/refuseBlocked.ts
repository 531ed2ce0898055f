import { problemMessages } from '../workbook/problemMessages';
import type { Reading } from '../../excel/read/reading';
import { dependents } from '../../notebook/layout';
import { NotebookError } from '../faults';

/**
 * Throws the first problem that prevents the maps of some layers from being computed.
 * @param spared a tensor whose problems do not matter
 */
export function refuseBlockedMaps(reading: Reading, layers: readonly string[], spared?: string): void {
  const { layout } = reading.plan;
  const tensors = new Map(layout.blocks.map(({ name, source }) => [name, source.tensor]));
  const isNeeded = (block: string) => layers.includes(tensors.get(block) ?? '');
  const problem = reading.problems.find(
    ({ key, block }) =>
      key === 'values' && tensors.get(block) !== spared && [...dependents(layout, [block])].some(isNeeded),
  );
  if (problem) throw new NotebookError(problem.message);
}

/** The problems that did not stop a command, to be shown again when it is done. */
export function stillWrong({ problems }: Reading): { readonly errors: readonly string[] } {
  return { errors: problemMessages(problems) };
}
