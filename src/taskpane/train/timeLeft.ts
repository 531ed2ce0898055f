const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds in words, no more exact than they are known: "about 12 s left". */
export function timeLeft(seconds: number): string {
  if (seconds < 1) return 'less than 1 s left';
  if (seconds < 1.5 * MINUTE) return `about ${Math.round(seconds)} s left`;
  if (seconds < 1.5 * HOUR) return `about ${Math.round(seconds / MINUTE)} min left`;
  return `about ${Math.round(seconds / HOUR)} h left`;
}
