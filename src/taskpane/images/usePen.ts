import { useRef, type PointerEvent } from 'react';
import type { Paper, Point } from './pen';

/** Handlers of a canvas that shows the paper: a stroke for every move of mouse, pen or finger while it is down. */
export function usePen(paper: Paper, onStroke: (from: Point, to: Point) => void) {
  /** Last position of the pen; undefined while it is up. */
  const last = useRef<Point>(undefined);
  const up = () => {
    last.current = undefined;
  };
  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      // A second finger, or the right button, is not the pen.
      if (!event.isPrimary || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = pointAt(event.currentTarget, paper, event);
      onStroke(last.current, last.current);
    },
    onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
      // A fast stroke moves several times between two frames.
      const moves = last.current && event.isPrimary ? movesOf(event) : [];
      for (const move of moves) {
        const point = pointAt(event.currentTarget, paper, move);
        onStroke(last.current ?? point, point);
        last.current = point;
      }
    },
    onPointerUp: up,
    onPointerCancel: up,
  };
}

/** The positions since the last event; Safari before 17 does not report them. */
function movesOf({ nativeEvent }: PointerEvent): readonly Pick<MouseEvent, 'clientX' | 'clientY'>[] {
  const moves = (nativeEvent as Partial<globalThis.PointerEvent>).getCoalescedEvents?.() ?? [];
  return moves.length ? moves : [nativeEvent];
}

function pointAt(
  canvas: HTMLCanvasElement,
  { height, width }: Paper,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): Point {
  const box = canvas.getBoundingClientRect();
  return {
    x: ((clientX - box.left) / box.width) * width,
    y: ((clientY - box.top) / box.height) * height,
  };
}
