import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

export type Edge = 'top' | 'bottom';

/**
 * The edge of the pane away from what a person pressed or focused last, so that a message does not lie over it; the lower
 * one while nothing was.
 * @param layer where messages are: pressing something there moves nothing
 */
export function useFarEdge(layer: RefObject<HTMLElement | null>, said: string): Edge {
  const at = useRef<Element>(undefined);
  const [edge, setEdge] = useState<Edge>('bottom');
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (target instanceof Element && !layer.current?.contains(target)) at.current = target;
    };
    const events = ['pointerdown', 'focusin'];
    for (const event of events) document.addEventListener(event, note, true);
    return () => events.forEach((event) => document.removeEventListener(event, note, true));
  }, [layer]);
  useLayoutEffect(() => {
    if (said.trim() !== '') setEdge(farFrom(at.current));
  }, [said]);
  return edge;
}

function farFrom(element: Element | undefined): Edge {
  if (!element?.isConnected) return 'bottom';
  const { top, bottom } = element.getBoundingClientRect();
  return (top + bottom) / 2 > window.innerHeight / 2 ? 'top' : 'bottom';
}
