import { useEffect, useRef, type RefObject } from 'react';

/** When a message goes that held the focus, the focus goes back to where it was before. */
export function useFocusGoesBack(layer: RefObject<HTMLElement | null>, said: string): void {
  const before = useRef<HTMLElement>(undefined);
  const wasInside = useRef(false);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      wasInside.current = layer.current?.contains(target as Node) ?? false;
      if (!wasInside.current && target instanceof HTMLElement) before.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [layer]);
  useEffect(() => {
    if (!wasInside.current || layer.current?.contains(document.activeElement)) return;
    wasInside.current = false;
    if (before.current?.isConnected) before.current.focus({ preventScroll: true });
  }, [layer, said]);
}
