/**
 * Draws charts over the grid: a Chart.js canvas in a floating element of Univer's, brought up to date as cells change.
 *
 * drawings/ draws charts and shapes. May import grid/ and the stores of objects/.
 */
import {
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Title,
  Tooltip,
} from 'chart.js';
import type { FUniver } from '@univerjs/core/facade';
import { SetRangeValuesMutation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import { SheetCanvasFloatDomManagerService } from '@univerjs/sheets-drawing-ui';
import { createElement, useEffect, useRef } from 'react';
import { ACCENTS } from '../../grid/excelDefaults';
import type { Grid } from '../../grid/grid';
import { PIXELS_PER_POINT } from '../../grid/measures';
import { type ChartData, sheetsOf } from '../../objects/charts/chartData';
import type { ChartRecord, ChartSurface, TitleRecord } from '../../objects/charts/store';
import { downsampled } from './downsample';

Chart.register(CategoryScale, Legend, LineController, LineElement, LinearScale, PointElement, Title, Tooltip);

const COMPONENT = 'embedded-workbook-chart';
const REFRESH_MS = 150;
/** With more points than this, markers would hide the line. */
const MARKED_POINTS = 60;

interface Drawn {
  record: ChartRecord;
  place: string;
  chart: Chart | null;
  remove: () => void;
}

export class ChartView implements ChartSurface {
  private readonly drawn = new Map<string, Drawn>();
  private refreshing: ReturnType<typeof setTimeout> | null = null;
  private placing: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly api: FUniver,
    private readonly grid: () => Grid,
    private readonly dataOf: (record: ChartRecord) => ChartData,
  ) {
    api.registerComponent(COMPONENT, this.component());
    api.onCommandExecuted(({ id, params }) => {
      if (id === SetWorksheetActiveOperation.id) this.placeSoon();
      if (id !== SetRangeValuesMutation.id) return;
      const { subUnitId } = params as { subUnitId: string };
      if ([...this.drawn.values()].some(({ record }) => sheetsOf(record).has(subUnitId))) this.refreshSoon();
    });
  }

  draw(record: ChartRecord): void {
    if (!this.drawn.has(record.id))
      this.drawn.set(record.id, { record, place: '', chart: null, remove: () => undefined });
    this.placeSoon();
    this.refreshSoon();
  }

  erase(record: ChartRecord): void {
    this.drawn.get(record.id)?.remove();
    this.drawn.delete(record.id);
  }

  /**
   * Places a new chart only once, after its data, titles and position were set one after the other. On a
   * hidden sheet Univer neither places nor removes elements correctly, so it waits until the sheet is shown.
   */
  private placeSoon(): void {
    this.placing ??= setTimeout(() => {
      this.placing = null;
      const shown = this.grid().workbook.getActiveSheet()?.getSheetId();
      for (const drawn of this.drawn.values()) {
        if (drawn.record.sheetId !== shown) continue;
        const { left, top, width, height } = drawn.record;
        const place = [left, top, width, height].join();
        if (drawn.place === place) continue;
        drawn.remove();
        Object.assign(drawn, { place, chart: null, remove: this.place(drawn.record) });
      }
    });
  }

  private place(record: ChartRecord): () => void {
    // Univer counts from the corner of the grid, headers included.
    const { rowHeader, columnHeader } = this.grid().sheet(record.sheetId)!.getConfig();
    const startX = rowHeader.width + record.left * PIXELS_PER_POINT;
    const startY = columnHeader.height + record.top * PIXELS_PER_POINT;
    const added = this.grid().asAddin(() =>
      this.api
        .getActiveWorkbook()
        ?.getSheetBySheetId(record.sheetId)
        ?.addFloatDomToPosition({
          componentKey: COMPONENT,
          allowTransform: true,
          data: { id: record.id },
          initPosition: {
            startX,
            startY,
            endX: startX + record.width * PIXELS_PER_POINT,
            endY: startY + record.height * PIXELS_PER_POINT,
          },
        }),
    );
    const floats = this.grid().injector.get(SheetCanvasFloatDomManagerService);
    return () => added && this.grid().asAddin(() => floats.removeFloatDom(added.id));
  }

  /** The content of the floating element; created and removed as the sheet is shown and hidden. */
  private component() {
    return ({ data }: { data?: { id: string } }) => {
      const canvas = useRef<HTMLCanvasElement>(null);
      const id = data?.id ?? '';
      useEffect(() => {
        const drawn = this.drawn.get(id);
        if (!drawn || !canvas.current) return undefined;
        const chart = new Chart(canvas.current, this.configuration(drawn.record));
        drawn.chart = chart;
        return () => {
          drawn.chart = null;
          chart.destroy();
        };
      }, [id]);
      const style = {
        width: '100%',
        height: '100%',
        padding: 8,
        boxSizing: 'border-box',
        background: '#fff',
        border: '1px solid #d0d0d0',
      } as const;
      return createElement('div', { style, role: 'figure' }, createElement('canvas', { ref: canvas }));
    };
  }

  private refreshSoon(): void {
    if (this.drawn.size === 0) return;
    this.refreshing ??= setTimeout(() => {
      this.refreshing = null;
      for (const { record, chart } of this.drawn.values()) {
        if (!chart) continue;
        const { data, options } = this.configuration(record);
        chart.data = data;
        chart.options = options ?? {};
        chart.update();
      }
    }, REFRESH_MS);
  }

  private configuration(record: ChartRecord): ChartConfiguration {
    const { labels, series } = downsampled(this.dataOf(record));
    const marked = labels.length <= MARKED_POINTS && record.type !== 'Line';
    return {
      type: 'line',
      data: {
        labels,
        datasets: series.map(({ name, values }, i) => ({
          label: name,
          data: values,
          borderColor: ACCENTS[i % ACCENTS.length],
          backgroundColor: ACCENTS[i % ACCENTS.length],
          borderWidth: 2,
          pointRadius: marked ? 3 : 0,
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        normalized: true,
        scales: axes(record),
        plugins: {
          title: {
            display: record.title.visible,
            text: record.title.text,
            font: { size: 15, weight: 'normal' },
          },
          legend: { display: series.length > 0, position: 'bottom' },
        },
      },
    };
  }
}

function axes({ axisTitles: { category, value } }: ChartRecord) {
  const titled = ({ text, visible }: TitleRecord) => ({ title: { display: visible && text !== '', text } });
  return { x: { ...titled(category), ticks: { autoSkip: true, maxRotation: 0 } }, y: titled(value) };
}
