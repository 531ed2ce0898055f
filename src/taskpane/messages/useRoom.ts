import { useEffect, useState, type RefObject } from 'react';
import type { Edge } from './useFarEdge';

/** How far another thing at the lower edge is to stay away from it: a length in CSS. */
export const MESSAGES_BELOW = '--messages-below';

/**
 * What lies under a message can be scrolled out from under it, and whoever tabs to it sees it.
 * @returns room below the pane's content, in pixels: for the tallest message so far, since content that is scrolled far
 * down would move if it became less
 */
export function useRoom(layer: RefObject<HTMLElement | null>, edge: Edge): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const { style } = document.documentElement;
    const keepRoom = () => {
      const height = layer.current?.offsetHeight ?? 0;
      style.scrollPaddingTop = `${edge === 'top' ? height : 0}px`;
      style.scrollPaddingBottom = `${edge === 'bottom' ? height : 0}px`;
      style.setProperty(MESSAGES_BELOW, style.scrollPaddingBottom);
      setRoom((most) => Math.max(most, height));
    };
    const observer = new ResizeObserver(keepRoom);
    observer.observe(layer.current!);
    keepRoom();
    return () => observer.disconnect();
  }, [layer, edge]);
  return room;
}
