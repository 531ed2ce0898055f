import { QUIET, DARK, LIGHT_FRAME, RED } from '../sheet/colours';
import { pictureTexts } from '../../texts/pictures';
import { element, pictureOf, rounded, text, type Picture } from './svg';

export interface Point {
  readonly step: number;
  readonly loss: number;
}

/** A slide of 16:9, in pixels, and the room for the curve in it. */
const [WIDTH, HEIGHT] = [960, 540];
const PLOT = { left: 84, top: 64, right: WIDTH - 32, bottom: HEIGHT - 64 };

/** About so many lines across, and marks below. */
const [LINES, MARKS] = [5, 8];

/** The batch loss after each step: a curve over a grid that begins at 0. Points whose loss is not finite leave a gap. */
export function lossPicture(points: readonly Point[], notebook: string): Picture {
  const finite = points.filter(({ loss }) => Number.isFinite(loss));
  const [first, last] = [points[0]?.step ?? 0, points.at(-1)?.step ?? 1];
  const losses = ticks(0, Math.max(...finite.map(({ loss }) => loss), 0) || 1, LINES);
  const most = losses[losses.length - 1];
  const steps = ticks(first, Math.max(last, first + 1), MARKS).filter(
    (step) => Number.isInteger(step) && step <= last,
  );
  const x = (step: number) => PLOT.left + ((step - first) / (last - first || 1)) * (PLOT.right - PLOT.left);
  const y = (loss: number) => PLOT.bottom - (loss / most) * (PLOT.bottom - PLOT.top);
  const title = pictureTexts.loss(notebook);
  return pictureOf(
    title,
    [WIDTH, HEIGHT],
    [
      words({ x: PLOT.left, y: 36, 'font-size': 24, 'font-weight': 'bold', fill: DARK }, title),
      element(
        'g',
        { stroke: LIGHT_FRAME },
        losses.map((loss) => line(PLOT.left, y(loss), PLOT.right, y(loss))),
      ),
      element(
        'g',
        { fill: QUIET, 'font-size': 18, 'text-anchor': 'end' },
        losses.map((loss) => words({ x: PLOT.left - 10, y: y(loss) + 6 }, shortest(loss))),
      ),
      element('g', { fill: QUIET, 'font-size': 18, 'text-anchor': 'middle' }, [
        ...steps.map((step) => words({ x: x(step), y: PLOT.bottom + 26 }, shortest(step))),
        words({ x: (PLOT.left + PLOT.right) / 2, y: HEIGHT - 12 }, pictureTexts.step),
      ]),
      element('path', {
        fill: 'none',
        stroke: RED,
        'stroke-width': 3,
        'stroke-linejoin': 'round',
        d: curve(points, x, y),
      }),
    ],
  );
}

function curve(points: readonly Point[], x: (step: number) => number, y: (loss: number) => number): string {
  let isDrawing = false;
  const parts = points.map(({ step, loss }) => {
    const command = isDrawing ? 'L' : 'M';
    isDrawing = Number.isFinite(loss);
    return isDrawing ? `${command}${rounded(x(step))} ${rounded(y(loss))}` : '';
  });
  return parts.join('');
}

/** Round numbers, 1, 2 or 5 times a power of ten apart, from at most the lowest to at least the highest. */
export function ticks(low: number, high: number, about: number): number[] {
  const rough = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const apart = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const [from, to] = [Math.floor(low / apart), Math.ceil(high / apart)];
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index) * apart);
}

/** "0.3", where adding up tenths has made 0.30000000000000004 of it. */
function shortest(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function words(attributes: Parameters<typeof element>[1], plain: string): string {
  return element('text', attributes, [text(plain)]);
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return element('path', { d: `M${rounded(x1)} ${rounded(y1)}L${rounded(x2)} ${rounded(y2)}` });
}
