import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, lazy, useEffect, type ReactNode } from 'react';
import type { LossPoint } from '../../training/advice/mistakes';
import { trainTexts } from '../../texts/pane/train';

const useStyles = makeStyles({
  // The chart follows the pane's width a moment late; until then it must not push the page wide.
  frame: { position: 'relative', height: '150px', overflow: 'hidden' },
  empty: { color: tokens.colorNeutralForeground3 },
});

/** Chart.js is large, and not needed for the first look at the pane. */
const loadChart = () => import('./LossChart');

const LossChart = lazy(() =>
  loadChart().then(
    ({ LossChart }) => ({ default: LossChart }),
    () => ({ default: NoChart }),
  ),
);

/** The batch loss at each step since the weights were last set. */
export function LossCurve({ history, term }: { history: readonly LossPoint[]; term: ReactNode }) {
  const styles = useStyles();
  // So that it is there when the first step is done.
  useEffect(() => void loadChart().catch(() => undefined), []);
  // One point, of the weights as they were set, is no curve yet.
  if (history.length < 2) return <Text className={styles.empty}>{trainTexts.noCurveYet}</Text>;
  const { step, loss } = history[history.length - 1];
  return (
    <section aria-label={trainTexts.lossCurve}>
      <Text weight="semibold">{trainTexts.batchLoss}</Text>
      {term}
      <div className={styles.frame}>
        <Suspense>
          <LossChart history={history} label={trainTexts.batchLossAfter(step, loss)} />
        </Suspense>
      </div>
    </section>
  );
}

function NoChart({ label }: { label: string }) {
  return <Text>{trainTexts.curveNotLoaded(label)}</Text>;
}
