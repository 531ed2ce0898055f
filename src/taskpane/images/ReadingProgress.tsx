import { Button, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import { imagesTexts } from '../../texts/pane/images';
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

/** Progress of an import, with a button to cancel it. */
export function ReadingProgress({ reading: { done, total, cancel } }: { reading: Reading }) {
  const styles = useStyles();
  return (
    <div>
      <ProgressBar value={done} max={total} aria-label={imagesTexts.importProgress} />
      <div className={styles.words}>
        <Text size={200}>{progressText({ done, total, cancel })}</Text>
        {cancel && (
          <Button size="small" onClick={cancel}>
            {imagesTexts.cancelImport}
          </Button>
        )}
      </div>
    </div>
  );
}

function progressText({ done = 0, total, cancel }: Reading): string {
  if (!cancel) return imagesTexts.opening;
  return total === undefined ? imagesTexts.reading : imagesTexts.picturesRead(done, total);
}
