import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../../addin/session';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The network as a table on a sheet of its own: shown, changed there, built. */
export function ModelTab({ session, running }: { session: Session; running: boolean }) {
  const styles = useStyles();
  return (
    <div className={styles.tab}>
      <Text>
        The model table lists the images and the layers of the network, one in each row, on a sheet of its
        own. Change rows, add some or delete some; the table counts sizes and weights as you type, and says
        what does not fit.
      </Text>
      <div className={styles.buttons}>
        <Button disabledFocusable={running} onClick={() => void session.models.show()}>
          Model table
        </Button>
        <Button appearance="primary" disabledFocusable={running} onClick={() => void session.models.build()}>
          Build
        </Button>
      </div>
      <Text>
        Build draws the notebook that the table describes. Weights of layers that stay as they are are kept;
        you are asked before any are lost.
      </Text>
    </div>
  );
}
