/**
 * Worksheet.charts: what an add-in holds of a chart.
 *
 * charts/ is for charts: what they show, not how they are drawn (see page/drawings). May import cells/, ranges/ and
 * worksheets/.
 */
import { RecordCollection, RecordObject } from '../recordObject';
import type { ChartRecord } from './store';

export class Chart extends RecordObject<ChartRecord> {
  get store() {
    return this.book.charts;
  }
}

export class ChartCollection extends RecordCollection<ChartRecord, Chart> {
  get store() {
    return this.book.charts;
  }
  open(id: string): Chart {
    return new Chart(this.book, id);
  }
}
