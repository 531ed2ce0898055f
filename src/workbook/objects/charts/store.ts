/** The charts of a workbook: their data and positions; the surface draws them. */
import { Rect } from '../../addresses/rect';
import type { Change } from '../../grid/change';
import { texts } from '../../texts';
import { RecordStore } from '../records';

export const SERIES_BY = ['Auto', 'Columns', 'Rows'] as const;
export type SeriesBy = (typeof SERIES_BY)[number];
export type AxisName = 'category' | 'value';

/** Cells of some sheet. */
export interface Source {
  readonly sheetId: string;
  readonly area: Rect;
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
  readonly type: string;
  name: string;
  source: Source | null;
  seriesBy: SeriesBy;
  /** Set once the series have been changed one by one; until then they follow from the source. */
  series: readonly SeriesRecord[] | null;
  title: TitleRecord;
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

/** In points. */
const INITIAL = { left: 120, top: 60, width: 360, height: 216 };
const UNTITLED: TitleRecord = { text: '', visible: false };

export class ChartStore extends RecordStore<ChartRecord> {
  constructor(private readonly surface: ChartSurface) {
    super('Chart');
  }

  protected draw(chart: ChartRecord): void {
    this.surface.draw(chart);
  }

  protected erase(chart: ChartRecord): void {
    this.surface.erase(chart);
  }

  add(sheetId: string, type: string, source: Source | null, seriesBy: SeriesBy): ChartRecord {
    return this.insert((number, id) => ({
      id,
      sheetId,
      name: texts.names.chart(number),
      type,
      source,
      seriesBy,
      series: null,
      title: { text: texts.names.chartTitle, visible: true },
      axisTitles: { category: UNTITLED, value: UNTITLED },
      ...INITIAL,
    }));
  }

  /** A chart's data references move with their cells. */
  follow({ sheetId, move, carried }: Change): void {
    if (!move && !carried) return;
    this.moveSources(sheetId, (cells) => {
      const elsewhere = carried?.to(cells);
      if (elsewhere) return { sheetId: carried!.sheetId, area: elsewhere };
      return move ? move(cells) : cells;
    });
  }

  /** References that reach the last row of a table follow when the table grows or shrinks. */
  followTable(sheetId: string, before: Rect, after: Rect): void {
    const rows = after.lastRow - before.lastRow;
    if (rows === 0) return;
    this.moveSources(sheetId, (cells) => {
      const isColumns =
        cells.lastRow === before.lastRow &&
        (cells.row === before.row || cells.row === before.row + 1) &&
        cells.column >= before.column &&
        cells.lastColumn <= before.lastColumn;
      return isColumns && cells.rows + rows > 0 ? cells.resized(cells.rows + rows, cells.columns) : cells;
    });
  }

  /** A copied chart shows the copied cells. */
  protected copyOf(chart: ChartRecord, _number: number, to: string): ChartRecord {
    const copied = (source: Source | null) =>
      source?.sheetId === chart.sheetId ? { ...source, sheetId: to } : source;
    return { ...chart, ...sourcesOf(chart, copied) };
  }

  override forgetSheet(sheetId: string): void {
    super.forgetSheet(sheetId);
    this.moveSources(sheetId, () => null);
  }

  /** @param move where cells of the sheet are now; with the sheet where that is another one */
  private moveSources(sheetId: string, move: (cells: Rect) => Rect | Source | null): void {
    for (const chart of this.all) {
      let isMoved = false;
      const moved = (source: Source | null): Source | null => {
        if (source?.sheetId !== sheetId) return source;
        const cells = move(source.area);
        const place = cells instanceof Rect ? { sheetId, area: cells } : cells;
        if (place?.sheetId !== sheetId || !place.area.equals(source.area)) isMoved = true;
        return place;
      };
      const sources = sourcesOf(chart, moved);
      if (isMoved) this.change(chart, sources);
    }
  }
}

/** The cells of a chart and of each of its series, elsewhere. */
function sourcesOf(
  { source, series }: ChartRecord,
  elsewhere: (source: Source | null) => Source | null,
): Pick<ChartRecord, 'source' | 'series'> {
  const moved = series?.map(({ name, values, labels }) => ({
    name: typeof name === 'string' ? name : elsewhere(name),
    values: elsewhere(values),
    labels: elsewhere(labels),
  }));
  return { source: elsewhere(source), series: moved ?? null };
}

/** Of Excel's chart types those that are drawn: lines, with or without markers. */
export const isDrawn = (type: string): boolean => /^Line/.test(type);
