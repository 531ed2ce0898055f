import { ProgressBar, Text, makeStyles } from '@fluentui/react-components';
import type { RunState } from '../../addin/state';
import { timeLeft } from './timeLeft';

const useStyles = makeStyles({ words: { display: 'flex', justifyContent: 'space-between' } });

/** How far the run is. */
export function RunProgress({ run: { unit, done, total, secondsLeft } }: { run: RunState }) {
  const styles = useStyles();
  return (
    <div>
      <ProgressBar value={done} max={total} aria-label="Progress of the run" />
      <div className={styles.words}>
        <Text size={200}>
          {done} of {total} {unit}
        </Text>
        {secondsLeft !== undefined && <Text size={200}>{timeLeft(secondsLeft)}</Text>}
      </div>
    </div>
  );
}
