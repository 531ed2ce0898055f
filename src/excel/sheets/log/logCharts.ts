import { toA1, type Rect } from '../../../notebook/sheet/address';
import { logTexts } from '../../../texts/excel/log';

/** A chart of two columns of the log over its steps. */
interface LogChart {
  /** By which it is found on its sheet, in any language. */
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

/** In cells of usual size. */
const COLUMNS = 10;
const ROWS = 18;

/**
 * Queue the drawing of the charts, one below the other. Their steps are words to Excel, one after the other as the
 * rows come: a training after a Reset goes on to the right instead of running back over the one before. Charts of whole
 * columns of a table grow with it.
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
  // With markers, since a number between two blanks has no line to either side.
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
