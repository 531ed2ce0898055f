import { useState } from 'react';

/**
 * Answers each new value of what is asked, once, by setting states. It does so while rendering, so that nothing out
 * of date is painted in between.
 */
export function useAnswer<Asked>(asked: Asked | undefined, answer: (asked: Asked | undefined) => void): void {
  const [answered, setAnswered] = useState<Asked>();
  if (asked === answered) return;
  setAnswered(asked);
  answer(asked);
}
