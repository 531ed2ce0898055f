const MARGIN = { top: 24, right: 14, bottom: 38, left: 48 };
const LINE = '#0f6cbd';
const GREY = '#707070';
const GRID = '#e3e3e3';

/** A curve through points, both axes logarithmic, with a dashed line for what would be proportional. */
export class Plot {
  private readonly x: Scale;
  private readonly y: Scale;

  constructor(
    width: number,
    height: number,
    private readonly xs: readonly number[],
    private readonly ys: readonly number[],
  ) {
    const ideal = this.proportional;
    this.x = new Scale(xs, MARGIN.left, width - MARGIN.right);
    this.y = new Scale([...ys, ...ideal], height - MARGIN.bottom, MARGIN.top);
  }

  /** SVG, its origin at the top left corner. */
  draw(xTitle: string, yTitle: string): string {
    const { x, y } = this;
    const middle = (x.from + x.to) / 2;
    return [
      ...x.ticks.map((each) => this.vertical(each)),
      ...y.ticks.map((each) => this.horizontal(each)),
      path(this.pointsOf(this.proportional), GREY, ' stroke-dasharray="4 3"'),
      path(this.pointsOf(this.ys), LINE),
      ...this.pointsOf(this.ys).map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${LINE}"/>`),
      text(middle, y.from + 32, 'middle', xTitle),
      text(x.from - 40, y.to - 10, 'start', yTitle),
    ].join('\n');
  }

  /** What the curve would be if it were proportional to x and met the last point. */
  private get proportional(): number[] {
    const last = this.xs.length - 1;
    return this.xs.map((each) => (this.ys[last] * each) / this.xs[last]);
  }

  private pointsOf(ys: readonly number[]): [number, number][] {
    return ys.map((each, i) => [round(this.x.at(this.xs[i])), round(this.y.at(each))]);
  }

  private vertical(value: number): string {
    const at = round(this.x.at(value));
    return `${line(at, this.y.from, at, this.y.to)}${text(at, this.y.from + 15, 'middle', tickLabel(value))}`;
  }

  private horizontal(value: number): string {
    const at = round(this.y.at(value));
    return `${line(this.x.from, at, this.x.to, at)}${text(this.x.from - 6, at + 4, 'end', tickLabel(value))}`;
  }
}

/** From numbers to pixels, by their logarithms. */
class Scale {
  private readonly least: number;
  private readonly most: number;

  constructor(
    values: readonly number[],
    readonly from: number,
    readonly to: number,
  ) {
    this.least = Math.min(...values) / 1.1;
    this.most = Math.max(...values) * 1.1;
  }

  at(value: number): number {
    return (
      this.from + ((this.to - this.from) * Math.log(value / this.least)) / Math.log(this.most / this.least)
    );
  }

  /** 1, 2 and 5 times the powers of ten; 1 only, where that would be too many. */
  get ticks(): number[] {
    const powers = Array.from({ length: 24 }, (_, i) => 10 ** (i - 8));
    const fine = powers.flatMap((power) => [power, 2 * power, 5 * power]).filter((each) => this.spans(each));
    return fine.length <= 6 ? fine : powers.filter((each) => this.spans(each));
  }

  private spans(value: number): boolean {
    return value >= this.least && value <= this.most;
  }
}

function path(points: readonly [number, number][], colour: string, more = ''): string {
  const d = points.map(([x, y]) => `${x} ${y}`).join(' L ');
  return `<path d="M ${d}" fill="none" stroke="${colour}" stroke-width="1.5"${more}/>`;
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<path d="M ${x1} ${y1} L ${x2} ${y2}" stroke="${GRID}"/>`;
}

function text(x: number, y: number, anchor: string, words: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="#242424">${words}</text>`;
}

function tickLabel(value: number): string {
  return value >= 1000 ? `${Number((value / 1000).toPrecision(3))}k` : `${Number(value.toPrecision(3))}`;
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
