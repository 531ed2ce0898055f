import { toA1, type Rect } from '../../../notebook/sheet/address';
import { logTexts } from '../../../texts/excel/log';

/** A chart of two columns of the log against the steps. */
interface LogChart {
  /** Its name, by which it is found again; independent of the language. */
  readonly name: string;
  /** Headings of the columns. */
  readonly first: string;
  readonly last: string;
  readonly texts: { readonly title: string; readonly axis: string };
}

const { columns: HEADINGS, charts: TEXTS } = logTexts;

const CHARTS: readonly LogChart[] = [
  { name: 'Loss', first: HEADINGS.trainingLoss, last: HEADINGS.validationLoss, texts: TEXTS.loss },
  {
    name: 'Accuracy',
    first: HEADINGS.trainingAccuracy,
    last: HEADINGS.validationAccuracy,
    texts: TEXTS.accuracy,
  },
];

/** Size in cells of default size. */
const COLUMNS = 10;
const ROWS = 18;

/**
 * Queues drawing the charts, below each other. The steps are a category axis: after a Reset the lines
 * continue to the right instead of starting over the old ones. Charts of whole table columns grow with the
 * table.
 */
export function drawCharts(sheet: Excel.Worksheet, table: Excel.Table, row: number, column: number): void {
  CHARTS.forEach((chart, index) =>
    drawChart(sheet, table, chart, { row: row + index * (ROWS + 1), column, rows: ROWS, columns: COLUMNS }),
  );
}

function drawChart(
  sheet: Excel.Worksheet,
  { columns }: Excel.Table,
  { name, first, last, texts }: LogChart,
  place: Rect,
): void {
  // With markers, since a number between two blanks has no line.
  const chart = sheet.charts.add('LineMarkers', columns.getItem(first).getRange(), 'Columns');
  chart.name = name;
  chart.title.text = texts.title;
  chart.axes.categoryAxis.title.text = HEADINGS.step;
  chart.axes.valueAxis.title.text = texts.axis;
  const second = chart.series.add(last);
  second.setValues(columns.getItem(last).getDataBodyRange());
  const steps = columns.getItem(HEADINGS.step).getDataBodyRange();
  for (const series of [chart.series.getItemAt(0), second]) series.setXAxisValues(steps);
  const [from, to] = toA1(place).split(':');
  chart.setPosition(from, to);
}
