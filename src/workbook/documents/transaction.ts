/** Requests to IndexedDB of which all are carried out, or none. */

interface Transaction {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
}

/** @throws what the transaction failed of, e.g. a DOMException of the name QuotaExceededError */
export async function allOrNothing(
  transaction: Transaction,
  requests: readonly (() => Promise<unknown>)[],
): Promise<void> {
  try {
    // A request that throws at once is a promise as the others are, so that none is left unheard.
    await Promise.all([...requests.map(async (request) => request()), transaction.done]);
  } catch (fault) {
    abort(transaction);
    // Of a transaction that fails, its requests say only that they were aborted.
    throw transaction.error ?? fault;
  }
}

/** What was asked for before a request that throws would be kept without the rest. */
function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch (error) {
    // It has ended by itself.
    if (errorNameOf(error) !== 'InvalidStateError') throw error;
  }
}

export const errorNameOf = (fault: unknown): string =>
  fault instanceof Error || fault instanceof DOMException ? fault.name : '';
