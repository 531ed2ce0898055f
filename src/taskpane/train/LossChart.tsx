import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { useEffect, useRef } from 'react';
import type { LossPoint } from '../../training/advice/mistakes';
import { SHEET_COLOURS } from '../pictures/sheetColours';
import { downsample } from './downsample';

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement);

/** The curve itself, drawn by Chart.js: loaded only when there is a curve to draw. */
export function LossChart({ history, label }: { history: readonly LossPoint[]; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart>(undefined);
  useEffect(() => {
    if (!canvas.current) return undefined;
    chart.current = newChart(canvas.current);
    return () => {
      chart.current?.destroy();
      chart.current = undefined;
    };
  }, []);
  useEffect(() => {
    if (!chart.current) return;
    const points = downsample(history);
    chart.current.data.labels = points.map(({ step }) => step);
    chart.current.data.datasets[0].data = points.map(({ loss }) => loss);
    chart.current.update();
  }, [history]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}

function newChart(canvas: HTMLCanvasElement): Chart {
  return new Chart(canvas, {
    type: 'line',
    data: {
      labels: [],
      datasets: [{ data: [], borderColor: SHEET_COLOURS.red, borderWidth: 1.5, pointRadius: 0 }],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { ticks: { maxTicksLimit: 6, maxRotation: 0, color: SHEET_COLOURS.muted } },
        y: { beginAtZero: true, ticks: { color: SHEET_COLOURS.muted } },
      },
    },
  });
}
