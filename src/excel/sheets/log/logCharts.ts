import { toA1, type Rect } from '../../../notebook/sheet/address';

/** A chart of two columns of the log over its steps. */
interface LogChart {
  readonly name: string;
  /** Headings of the columns. */
  readonly first: string;
  readonly last: string;
  readonly axis: string;
}

const CHARTS: readonly LogChart[] = [
  { name: 'Loss', first: 'Training loss', last: 'Validation loss', axis: 'Loss' },
  { name: 'Accuracy', first: 'Training accuracy', last: 'Validation accuracy', axis: 'Accuracy' },
];

const STEPS = 'Step';

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
  { name, first, last, axis }: LogChart,
  place: Rect,
): void {
  // With markers, since a number between two blanks has no line to either side.
  const chart = sheet.charts.add('LineMarkers', columns.getItem(first).getRange(), 'Columns');
  chart.name = name;
  chart.title.text = `${name} over the steps`;
  chart.axes.categoryAxis.title.text = STEPS;
  chart.axes.valueAxis.title.text = axis;
  const second = chart.series.add(last);
  second.setValues(columns.getItem(last).getDataBodyRange());
  const steps = columns.getItem(STEPS).getDataBodyRange();
  for (const series of [chart.series.getItemAt(0), second]) series.setXAxisValues(steps);
  const [from, to] = toA1(place).split(':');
  chart.setPosition(from, to);
}
