import { Button, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Reading } from './useImport';

const useStyles = makeStyles({
  words: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
});

/** How far an import is, and the way out of it. */
export function ReadingProgress({ reading: { done, total, cancel } }: { reading: Reading }) {
  const styles = useStyles();
  return (
    <div>
      <ProgressBar value={done} max={total} aria-label="Progress of the import" />
      <div className={styles.words}>
        <Text size={200}>{words(done, total, cancel !== undefined)}</Text>
        {cancel && (
          <Button size="small" onClick={cancel}>
            Cancel import
          </Button>
        )}
      </div>
    </div>
  );
}

function words(done: number | undefined, total: number | undefined, isReading: boolean): string {
  if (!isReading) return 'Handing the images to the notebook…';
  return total === undefined ? 'Reading…' : `${done} of ${total} pictures read`;
}
