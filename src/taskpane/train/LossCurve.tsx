import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, lazy, useEffect, type ReactNode } from 'react';
import type { LossPoint } from '../../addin/state';

const useStyles = makeStyles({
  // The chart follows the pane's width a moment late; until then it must not push the page wide.
  frame: { position: 'relative', height: '150px', overflow: 'hidden' },
  empty: { color: tokens.colorNeutralForeground3 },
});

/** Chart.js is large, and not needed for the first look at the pane. */
const fetchChart = () => import('./LossChart');

const LossChart = lazy(() =>
  fetchChart().then(
    ({ LossChart }) => ({ default: LossChart }),
    () => ({ default: NoChart }),
  ),
);

/** The batch loss at each step since the weights were last set. */
export function LossCurve({ history, term }: { history: readonly LossPoint[]; term: ReactNode }) {
  const styles = useStyles();
  // So that it is there when the first step is done.
  useEffect(() => void fetchChart().catch(() => undefined), []);
  // One point, of the weights as they were set, is no curve yet.
  if (history.length < 2)
    return <Text className={styles.empty}>The loss of each step will be drawn here. Press Step.</Text>;
  const { step, loss } = history[history.length - 1];
  return (
    <section aria-label="Loss curve">
      <Text weight="semibold">Batch loss</Text>
      {term}
      <div className={styles.frame}>
        <Suspense>
          <LossChart history={history} label={`Batch loss after step ${step}: ${loss.toFixed(4)}`} />
        </Suspense>
      </div>
    </section>
  );
}

function NoChart({ label }: { label: string }) {
  return <Text>{label}. The curve could not be fetched; open the pane again to see it.</Text>;
}
