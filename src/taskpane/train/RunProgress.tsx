import { ProgressBar, Text, makeStyles } from '@fluentui/react-components';
import type { RunState } from '../../addin/state';
import { trainTexts } from '../../texts/pane/train';
import { timeLeft } from './timeLeft';

const useStyles = makeStyles({ words: { display: 'flex', justifyContent: 'space-between' } });

/** How far the run is. */
export function RunProgress({ run: { unit, done, total, secondsLeft } }: { run: RunState }) {
  const styles = useStyles();
  return (
    <div>
      <ProgressBar value={done} max={total} aria-label={trainTexts.runProgress} />
      <div className={styles.words}>
        <Text size={200}>{trainTexts.done[unit](done, total)}</Text>
        {secondsLeft !== undefined && <Text size={200}>{timeLeft(secondsLeft)}</Text>}
      </div>
    </div>
  );
}
