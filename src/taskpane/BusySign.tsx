import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { frameTexts } from '../texts/pane/frame';

const useStyles = makeStyles({
  // Over the content, at the bottom: nothing moves when it comes and goes, and no button is covered for long.
  sign: {
    position: 'fixed',
    bottom: tokens.spacingVerticalM,
    left: tokens.spacingHorizontalM,
    zIndex: 1,
    ':empty': { display: 'none' },
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
});

/** Which command is under way, whether it was asked for on the ribbon or in the pane. */
export function BusySign({ command }: { command?: string }) {
  const styles = useStyles();
  return (
    <div className={styles.sign} role="status" aria-label={frameTexts.underWay}>
      {command !== undefined && <Spinner size="tiny" label={frameTexts.busy(command)} />}
    </div>
  );
}
