/** The charts of a workbook: what they show and where; drawing them is the surface's business. */
import type { Area } from '../grid/address';
import type { Change } from '../grid/changes';
import { shifted } from '../grid/shift';

export type ChartKind = 'line' | 'bar' | 'scatter' | 'pie' | 'doughnut';
export type SeriesBy = 'Auto' | 'Columns' | 'Rows';

/** Positions and sizes in points, from the sheet's top left corner. */
export interface ChartRecord {
  readonly id: string;
  readonly sheetId: string;
  name: string;
  type: string;
  source: { sheetId: string; area: Area } | null;
  seriesBy: SeriesBy;
  title: string;
  showTitle: boolean;
  showLegend: boolean;
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

  add(sheetId: string, type: string, source: ChartRecord['source'], seriesBy: SeriesBy): ChartRecord {
    const number = this.next++;
    const record: ChartRecord = {
      id: `{chart${number}}`,
      sheetId,
      name: `Chart ${number}`,
      type,
      source,
      seriesBy,
      title: 'Chart Title',
      showTitle: true,
      showLegend: true,
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
  follow({ sheetId, type, area }: Change): void {
    if (type === 'RangeEdited') return;
    for (const chart of this.charts) {
      if (chart.source?.sheetId !== sheetId) continue;
      const moved = shifted(chart.source.area, type, area);
      this.change(chart, { source: moved && { sheetId, area: moved } });
    }
  }

  forgetSheet(sheetId: string): void {
    for (const chart of this.charts.filter((each) => each.sheetId === sheetId)) this.remove(chart);
    for (const chart of this.charts.filter(({ source }) => source?.sheetId === sheetId))
      this.change(chart, { source: null });
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
