import type { Grown } from './growthReport';
import { Plot } from './plot';

const WIDTH = 300;
const HEIGHT = 220;

/** Time above, memory below, one plot for each series, as a picture in SVG. */
export function smallMultiples(grown: readonly Grown[]): string {
  const width = WIDTH * grown.length;
  const plots = grown.flatMap(({ series: { axis, points }, milliseconds, bytes }, column) => {
    const x = points.map(({ size }) => size);
    const megabytes = bytes.map((each) => each / 1e6);
    return [
      at(column, 0, new Plot(WIDTH, HEIGHT, x, milliseconds).draw(axis, 'ms a step')),
      at(column, 1, new Plot(WIDTH, HEIGHT, x, megabytes).draw(axis, 'MB')),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${2 * HEIGHT}" viewBox="0 0 ${width} ${2 * HEIGHT}"`,
    '  font-family="Segoe UI, Helvetica, Arial, sans-serif" font-size="11">',
    '<title>Time and memory of a training step against its size; dashed: proportional</title>',
    `<rect width="${width}" height="${2 * HEIGHT}" fill="#ffffff"/>`,
    ...plots,
    '</svg>\n',
  ].join('\n');
}

function at(column: number, row: number, drawing: string): string {
  return `<g transform="translate(${column * WIDTH} ${row * HEIGHT})">\n${drawing}\n</g>`;
}
