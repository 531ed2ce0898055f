import { useSyncExternalStore } from 'react';
import type { Session } from '../addin/session';
import type { SessionState } from '../addin/state';

/** All that the session shows, kept up to date. */
export function useSessionState({ store }: Session): SessionState {
  return useSyncExternalStore(store.subscribe, store.get);
}
