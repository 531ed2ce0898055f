/** A document is open in one tab of the browser at a time (https://w3c.github.io/web-locks). */

/** So long a page that is being reloaded may still hold its document, in ms. */
const RELOAD_MS = 1000;

const nameOf = (id: string) => `embedded-workbook/${id}`;

/** How to give up what this page has. */
const claims = new Map<string, () => void>();

/** Whether this page has the document for itself now, until it closes; true where the browser has no locks. */
export async function claim(id: string): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return true;
  return new Promise((resolve) => {
    const claimed = locks.request(nameOf(id), { signal: AbortSignal.timeout(RELOAD_MS) }, () => {
      resolve(true);
      return new Promise<void>((end) => claims.set(id, end));
    });
    claimed.catch(() => resolve(false));
  });
}

/** From now on another page can have it. */
export function release(id: string): void {
  claims.get(id)?.();
  claims.delete(id);
}

/** Whether some page has the document. */
export async function isClaimed(id: string): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  const held = (await locks?.query())?.held ?? [];
  return held.some(({ name }) => name === nameOf(id));
}
