import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { GridPosition } from '../arrowKeys';
import { middleOf, moved, pointOf } from './cursor';
import type { Paper, Point } from './pen';

/** Drawing by keyboard: arrow keys move a cursor, space inks, Shift with an arrow key draws a line. */
export function useKeys(paper: Paper, onStroke: (from: Point, to: Point) => void) {
  const [cursor, setCursor] = useState(() => middleOf(paper));
  const [shown, setShown] = useState(false);
  const ink = (from: GridPosition, to: GridPosition) => onStroke(pointOf(from), pointOf(to));
  const handlers = {
    onKeyDown(event: KeyboardEvent) {
      const next = moved(cursor, event.key, paper);
      if (!next && event.key !== ' ') return;
      event.preventDefault();
      setShown(true);
      if (!next) ink(cursor, cursor);
      else if (event.shiftKey) ink(cursor, next);
      if (next) setCursor(next);
    },
    onFocus({ currentTarget }: FocusEvent) {
      setShown(currentTarget.matches(':focus-visible'));
    },
    onBlur() {
      setShown(false);
    },
  };
  return { cursor: shown ? cursor : undefined, handlers };
}
