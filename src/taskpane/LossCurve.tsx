import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { useEffect, useRef } from 'react';
import type { LossPoint } from '../addin/state';

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement);

const useStyles = makeStyles({
  // The chart follows the pane's width a moment late; until then it must not push the page wide.
  frame: { position: 'relative', height: '150px', overflow: 'hidden' },
  empty: { color: tokens.colorNeutralForeground3 },
});

/** The batch loss at each step since the weights were last set. */
export function LossCurve({ history }: { history: readonly LossPoint[] }) {
  const styles = useStyles();
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart>(undefined);
  // One point, of the weights as they were set, is no curve yet.
  const empty = history.length < 2;
  useEffect(() => {
    if (!canvas.current) return undefined;
    chart.current = new Chart(canvas.current, {
      type: 'line',
      data: {
        labels: [],
        datasets: [{ data: [], borderColor: '#F8696B', borderWidth: 1.5, pointRadius: 0 }],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        scales: {
          x: { ticks: { maxTicksLimit: 6, maxRotation: 0, color: GREY } },
          y: { beginAtZero: true, ticks: { color: GREY } },
        },
      },
    });
    return () => {
      chart.current?.destroy();
      chart.current = undefined;
    };
  }, [empty]);
  useEffect(() => {
    if (!chart.current) return;
    const points = thin(history);
    chart.current.data.labels = points.map(({ step }) => step);
    chart.current.data.datasets[0].data = points.map(({ loss }) => loss);
    chart.current.update();
  }, [history]);
  if (empty)
    return <Text className={styles.empty}>The loss of each step will be drawn here. Press Step.</Text>;
  const { step, loss } = history[history.length - 1];
  return (
    <section aria-label="Loss curve">
      <Text weight="semibold">Batch loss</Text>
      <div className={styles.frame}>
        <canvas ref={canvas} role="img" aria-label={`Batch loss after step ${step}: ${loss.toFixed(4)}`} />
      </div>
    </section>
  );
}

/** Legible on light and on dark. */
const GREY = '#8A8886';

/** More points than the curve has pixels show nothing more. */
const MOST_POINTS = 400;

function thin(history: readonly LossPoint[]): readonly LossPoint[] {
  const stride = Math.ceil(history.length / MOST_POINTS);
  return stride <= 1
    ? history
    : history.filter((_, index) => index % stride === 0 || index === history.length - 1);
}
