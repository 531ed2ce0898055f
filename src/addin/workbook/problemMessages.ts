import type { Problem } from '../../notebook/sheet/inspect';
import { problemTexts } from '../../texts/addin/problems';

/** Of the other faults of one cause, the most that are named. */
const MOST_NAMED = 3;

/**
 * The messages about what is wrong with cells, in its order: one a cause, such as a row that was inserted through several
 * blocks, or a pasted area of text. Each begins with the message of its first fault.
 */
export function problemMessages(problems: readonly Problem[]): string[] {
  const byCause = new Map<string, Problem[]>();
  for (const problem of problems) {
    const others = byCause.get(problem.cause);
    if (others) others.push(problem);
    else byCause.set(problem.cause, [problem]);
  }
  return [...byCause.values()].map(([first, ...others]) =>
    others.length ? `${first.message} ${aboutOthers(first, others)}` : first.message,
  );
}

function aboutOthers({ cell }: Problem, others: readonly Problem[]): string {
  const named = others.slice(0, MOST_NAMED).map(({ where }) => where);
  const more = others.length - named.length;
  return cell ? problemTexts.sameCells(named, more) : problemTexts.sameBlocks(named, more);
}
