import { trainTexts } from '../../texts/pane/train';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds in words, no more exact than they are known: "about 12 s left". */
export function timeLeft(seconds: number): string {
  if (seconds < 1) return trainTexts.almostDone;
  if (seconds < 1.5 * MINUTE) return trainTexts.secondsLeft(seconds);
  if (seconds < 1.5 * HOUR) return trainTexts.minutesLeft(seconds / MINUTE);
  return trainTexts.hoursLeft(seconds / HOUR);
}
