/**
 * What a command has done to the workbook in several requests, and how to take it back where one of them fails: then
 * the workbook is as it was before.
 */

/** Queues a part of a request. */
type Queueing = () => void;

const waiting = new WeakMap<Excel.RequestContext, Queueing[]>();

/** Queues something that goes with whatever request comes next, and is not to be lost with it. */
export function queueWithNext(context: Excel.RequestContext, queue: Queueing): void {
  queue();
  waiting.set(context, [...(waiting.get(context) ?? []), queue]);
}

/** Call when a request was carried out. */
export function forgetQueued(context: Excel.RequestContext): void {
  waiting.delete(context);
}

/** A request has failed: what went with it is queued again. */
export function queueAgain(context: Excel.RequestContext): void {
  for (const queue of waiting.get(context) ?? []) queue();
}

/** Takes back a part of what was done; the caller syncs. */
export type TakingBack = (context: Excel.RequestContext, error: unknown) => void | Promise<void>;

const done = new WeakMap<Excel.RequestContext, TakingBack[]>();

/** Call before something is queued that takeBack undoes if this request, or a later one of the context, fails. */
export function ifItFails(context: Excel.RequestContext, takeBack: TakingBack): void {
  done.set(context, [...(done.get(context) ?? []), takeBack]);
}

/** What was done in the context so far stays, whatever happens after it. */
export function keepWhatIsDone(context: Excel.RequestContext): void {
  done.delete(context);
}

/**
 * Takes back what was done in a context that has ended with an error, the latest first. What cannot be taken back, as
 * on a protected sheet, does not keep the rest.
 */
export async function takeBackAll(failed: Excel.RequestContext, error: unknown): Promise<void> {
  const all = done.get(failed) ?? [];
  done.delete(failed);
  for (const takeBack of all.toReversed()) await carriedOut(takeBack, error).catch(() => undefined);
}

function carriedOut(takeBack: TakingBack, error: unknown): Promise<void> {
  return Excel.run(async (context) => {
    await takeBack(context, error);
    await context.sync();
  });
}

/**
 * Does something that is not to be taken back, and can be done twice: where it fails, it is tried once more. What was
 * done in the context before it is kept, too.
 */
export async function insist<T>(context: Excel.RequestContext, work: () => Promise<T>): Promise<T> {
  keepWhatIsDone(context);
  try {
    return await work();
  } catch {
    keepWhatIsDone(context);
    queueAgain(context);
    return await work();
  } finally {
    keepWhatIsDone(context);
  }
}
