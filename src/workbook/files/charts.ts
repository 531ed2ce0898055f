/** Line charts, as Excel's own: they go on showing their cells. */
import type { IWorksheetData } from '@univerjs/core';
import type {
  AddChartRange,
  AddChartSeriesOptions,
  Chart,
  ChartTitle,
  LineChartGroup,
} from '@cj-tech-master/excelts/chart';
import type { Workbook } from '@cj-tech-master/excelts';
import { formatAbsolute, parseRect, qualify, splitSheet } from '../addresses/a1';
import { PIXELS_PER_POINT, columnsIn, lineAt, rowsIn, startOf } from '../grid/measures';
import { type CellValue, valueOf } from '../objects/cells/cellValue';
import { seriesAreas } from '../objects/charts/seriesAreas';
import {
  type ChartRecord,
  type SeriesRecord,
  type Source,
  type TitleRecord,
  isDrawn,
} from '../objects/charts/store';
import type { StoredRecords } from '../objects/records';

type Sheet = Partial<IWorksheetData>;
export type Sheets = Readonly<Record<string, Sheet>>;

/** Files measure in English metric units. */
const UNITS_PER_POINT = 12_700;
const UNITS_PER_PIXEL = UNITS_PER_POINT / PIXELS_PER_POINT;

export function chartsToFile(
  workbook: Workbook,
  { records }: StoredRecords<ChartRecord>,
  sheets: Sheets,
): void {
  for (const chart of records) {
    const own = sheets[chart.sheetId];
    const sheet = workbook.getWorksheet(own?.name ?? '');
    if (!sheet || !isDrawn(chart.type)) continue;
    sheet.addChart(
      {
        type: 'line',
        title: titleOf(chart.title),
        showLegend: true,
        series: seriesOf(chart, sheets).flatMap((series) => seriesToFile(series, sheets, chart.type)),
        categoryAxis: { title: titleOf(chart.axisTitles.category) ?? undefined },
        valueAxis: { title: titleOf(chart.axisTitles.value) ?? undefined },
      },
      placeToFile(chart, own),
    );
  }
}

/** Null: no title, also none of Excel's own choosing. */
const titleOf = ({ text, visible }: TitleRecord): string | null => (visible && text !== '' ? text : null);

function seriesOf({ source, series, seriesBy }: ChartRecord, sheets: Sheets): readonly SeriesRecord[] {
  if (series) return series;
  if (!source) return [];
  const cells = sheets[source.sheetId]?.cellData ?? {};
  const value = (row: number, column: number): CellValue => valueOf(cells[row]?.[column]);
  const at = (area: Source['area'] | null) => area && { sheetId: source.sheetId, area };
  return seriesAreas(source.area, source.area.map(value), seriesBy).map(({ name, values, labels }) => ({
    name: at(name),
    values: at(values),
    labels: at(labels),
  }));
}

function seriesToFile(
  { name, values, labels }: SeriesRecord,
  sheets: Sheets,
  type: string,
): AddChartSeriesOptions[] {
  const address = (source: Source | null) => {
    const sheet = source && sheets[source.sheetId];
    return sheet ? qualify(sheet.name ?? '', formatAbsolute(source.area)) : undefined;
  };
  const [own, categories] = [address(values), address(labels)];
  if (own === undefined) return [];
  const named = typeof name === 'string' ? name : address(name);
  return [
    {
      values: own,
      ...(!type.includes('Markers') && { marker: { symbol: 'none' as const } }),
      ...(categories !== undefined && { categories }),
      ...(named !== undefined && { name: typeof name === 'string' ? name : { formula: named } }),
    },
  ];
}

/** A chart moves and grows with the cells from its upper left to its lower right corner, as those that Excel draws. */
function placeToFile({ left, top, width, height }: ChartRecord, sheet: Sheet): AddChartRange {
  const corner = (x: number, y: number) => {
    const column = lineAt(columnsIn(sheet), x * PIXELS_PER_POINT);
    const row = lineAt(rowsIn(sheet), y * PIXELS_PER_POINT);
    return {
      nativeCol: column.line,
      nativeColOff: Math.round(column.into * UNITS_PER_PIXEL),
      nativeRow: row.line,
      nativeRowOff: Math.round(row.into * UNITS_PER_PIXEL),
    };
  };
  // The library takes such places, too, which its type does not say.
  const place = { tl: corner(left, top), br: corner(left + width, top + height) };
  return place as unknown as AddChartRange;
}

/** Charts that are shown here, with the names that the file gives them; others are null. */
export function chartsFromFile(
  workbook: Workbook,
  sheets: Sheets,
  names: (sheet: string) => readonly string[],
): (ChartRecord | null)[] {
  const ids = new Map(Object.entries(sheets).map(([id, { name = '' }]) => [name.toLowerCase(), id]));
  const source = (formula: string | undefined): Source | null => {
    const { sheet, address } = splitSheet(formula ?? '');
    const area = parseRect(address);
    const sheetId = ids.get(sheet?.toLowerCase() ?? '');
    return area && sheetId !== undefined ? { sheetId, area } : null;
  };
  let number = 1;
  return workbook.worksheets.flatMap((sheet) =>
    sheet.getCharts().map((chart, at): ChartRecord | null => {
      const sheetId = ids.get(sheet.name.toLowerCase())!;
      const series = seriesFromFile(chart, source);
      if (!series) return null;
      const name = names(sheet.name)[at] ?? `Chart ${number}`;
      return {
        id: `{chart${number++}}`,
        sheetId,
        name,
        type: hasMarkers(chart) ? 'LineMarkers' : 'Line',
        source: null,
        seriesBy: 'Auto',
        series,
        title: titleFrom(chart.title),
        axisTitles: {
          category: titleFrom(textOf(chart.categoryAxis?.title)),
          value: titleFrom(textOf(chart.valueAxis?.title)),
        },
        ...placeFromFile(chart, sheets[sheetId]),
      };
    }),
  );
}

const lineGroups = (chart: Chart) =>
  chart.chartTypes.filter(({ type }) => type === 'line') as LineChartGroup[];

/** Null where some of the chart is no line. */
function seriesFromFile(chart: Chart, source: (formula?: string) => Source | null): SeriesRecord[] | null {
  const groups = chart.isChartEx ? [] : lineGroups(chart);
  if (groups.length === 0 || groups.length !== chart.chartTypes.length) return null;
  return groups.flatMap(({ series }) =>
    series.map(({ tx, val, cat }) => ({
      name: source(tx?.strRef?.formula) ?? tx?.value ?? null,
      values: source(val?.numRef?.formula),
      labels: source(cat?.strRef?.formula ?? cat?.numRef?.formula),
    })),
  );
}

const hasMarkers = (chart: Chart): boolean =>
  lineGroups(chart).some(({ series }) => series.some(({ marker }) => marker?.symbol !== 'none'));

const titleFrom = (text: string | undefined): TitleRecord => ({ text: text ?? '', visible: Boolean(text) });

/** The library reads the text of a chart's title, and leaves that of an axis as it found it. */
function textOf(title: ChartTitle | undefined): string | undefined {
  if (title?.text)
    return title.text.paragraphs.flatMap(({ runs = [] }) => runs.map(({ text }) => text)).join('');
  if (!title?.rawTx) return undefined;
  const text = new DOMParser().parseFromString(
    `<t>${title.rawTx.replace(/(<\/?)\w+:/g, '$1')}</t>`,
    'text/xml',
  );
  return text.documentElement.textContent ?? undefined;
}

/** Of a file that was read, the library gives sizes in pixels, where its type says otherwise. */
function sizeOf(ext: { cx?: number; cy?: number; width?: number; height?: number }) {
  const points = (units: number | undefined, pixels = 0) =>
    units === undefined ? pixels / PIXELS_PER_POINT : units / UNITS_PER_POINT;
  return { width: points(ext.cx, ext.width), height: points(ext.cy, ext.height) };
}

function placeFromFile({ model: { range } }: Chart, sheet: Sheet) {
  const { tl, br, ext, pos } = range;
  const at = ({ nativeCol, nativeColOff, nativeRow, nativeRowOff }: typeof tl) => ({
    left: startOf(columnsIn(sheet), nativeCol) / PIXELS_PER_POINT + nativeColOff / UNITS_PER_POINT,
    top: startOf(rowsIn(sheet), nativeRow) / PIXELS_PER_POINT + nativeRowOff / UNITS_PER_POINT,
  });
  const from = pos ? { left: pos.x / UNITS_PER_POINT, top: pos.y / UNITS_PER_POINT } : at(tl);
  if (ext) return { ...from, ...sizeOf(ext) };
  const to = br ? at(br) : from;
  return { ...from, width: to.left - from.left, height: to.top - from.top };
}
