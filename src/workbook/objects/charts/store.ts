/** The charts of a workbook: what they show and where; drawing them is the surface's business. */
import { type Area, area, lastColumn, lastRow } from '../../addresses/a1';
import type { Change } from '../../grid/changes';
import { shifted } from '../../grid/shift';

export type ChartKind = 'line' | 'bar' | 'scatter' | 'pie' | 'doughnut';
export type SeriesBy = 'Auto' | 'Columns' | 'Rows';
export type AxisName = 'category' | 'value';

/** Cells of some sheet. */
export interface Source {
  readonly sheetId: string;
  readonly area: Area;
}

export interface SeriesRecord {
  /** A name of its own, the cell that holds it, or none. */
  readonly name: string | Source | null;
  readonly values: Source | null;
  readonly labels: Source | null;
}

export interface TitleRecord {
  readonly text: string;
  readonly visible: boolean;
}

/** Positions and sizes in points, from the sheet's top left corner. */
export interface ChartRecord {
  readonly id: string;
  readonly sheetId: string;
  name: string;
  type: string;
  source: Source | null;
  seriesBy: SeriesBy;
  /** Set once the series have been changed one by one; until then they are what the source has. */
  series: readonly SeriesRecord[] | null;
  title: string;
  showTitle: boolean;
  showLegend: boolean;
  axisTitles: Readonly<Record<AxisName, TitleRecord>>;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface ChartSurface {
  /** Draws a chart, or draws it again after something about it has changed. */
  draw(chart: ChartRecord): void;
  erase(chart: ChartRecord): void;
}

export class ChartStore {
  readonly charts: ChartRecord[] = [];
  private next = 1;

  constructor(private surface: ChartSurface) {}

  add(sheetId: string, type: string, source: Source | null, seriesBy: SeriesBy): ChartRecord {
    const number = this.next++;
    const untitled = { text: '', visible: false };
    const record: ChartRecord = {
      id: `{chart${number}}`,
      sheetId,
      name: `Chart ${number}`,
      type,
      source,
      seriesBy,
      series: null,
      title: 'Chart Title',
      showTitle: true,
      showLegend: true,
      axisTitles: { category: untitled, value: untitled },
      left: 120,
      top: 60,
      width: 360,
      height: 216,
    };
    this.charts.push(record);
    this.surface.draw(record);
    return record;
  }

  find(id: string): ChartRecord | undefined {
    return this.charts.find((chart) => chart.id === id);
  }

  change(record: ChartRecord, change: Partial<ChartRecord>): void {
    Object.assign(record, change);
    this.surface.draw(record);
  }

  remove(record: ChartRecord): void {
    this.charts.splice(this.charts.indexOf(record), 1);
    this.surface.erase(record);
  }

  /** A chart's data move with their cells. */
  follow({ sheetId, type, area: at }: Change): void {
    if (type !== 'RangeEdited') this.moveSources(sheetId, (cells) => shifted(cells, type, at));
  }

  /** What reaches down to a table's last row goes on doing so when the table grows or shrinks. */
  followTable(sheetId: string, before: Area, after: Area): void {
    const rows = lastRow(after) - lastRow(before);
    if (rows === 0) return;
    this.moveSources(sheetId, (cells) => {
      const isColumns =
        lastRow(cells) === lastRow(before) &&
        (cells.row === before.row || cells.row === before.row + 1) &&
        cells.column >= before.column &&
        lastColumn(cells) <= lastColumn(before);
      return isColumns && cells.rows + rows > 0
        ? area(cells.row, cells.column, cells.rows + rows, cells.columns)
        : cells;
    });
  }

  forgetSheet(sheetId: string): void {
    for (const chart of this.charts.filter((each) => each.sheetId === sheetId)) this.remove(chart);
    this.moveSources(sheetId, () => null);
  }

  private moveSources(sheetId: string, move: (cells: Area) => Area | null): void {
    for (const chart of this.charts) {
      let isMoved = false;
      const moved = (source: Source | null): Source | null => {
        if (source?.sheetId !== sheetId) return source;
        const cells = move(source.area);
        if (cells !== source.area) isMoved = true;
        return cells && { sheetId, area: cells };
      };
      const source = moved(chart.source);
      const series = chart.series?.map(({ name, values, labels }) => ({
        name: typeof name === 'string' ? name : moved(name),
        values: moved(values),
        labels: moved(labels),
      }));
      if (isMoved) this.change(chart, { source, series: series ?? null });
    }
  }
}

const KINDS: readonly (readonly [RegExp, ChartKind])[] = [
  [/^Line/, 'line'],
  [/^(Column|Bar)/, 'bar'],
  [/^XYScatter/, 'scatter'],
  [/^Pie/, 'pie'],
  [/^Doughnut/, 'doughnut'],
];

/** The kind in which an Excel chart type is drawn, if it can be drawn at all. */
export const kindOf = (type: string): ChartKind | null =>
  KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? null;
