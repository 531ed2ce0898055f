import type { Chapter } from '../../../src/excel/contract/clause';
import type { Question } from '../../../src/excel/contract/question';
import { runContract, type Found } from '../../../src/excel/contract/runContract';

/** The whole contract, or some of it, in the Excel that is open. @param help does what a person is asked for */
export function checkAll(
  chapters: readonly Chapter[],
  questions: readonly Question[],
  help?: (what: string) => Promise<boolean>,
  isOver: () => boolean = () => false,
): Promise<Found> {
  const nothing = () => undefined;
  return runContract(chapters, questions, {
    onSheet: nothing,
    onProgress: nothing,
    isStopped: () => false,
    isOver,
    help,
  });
}
