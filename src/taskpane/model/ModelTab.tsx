// The tab Model: the two commands of the model table. The table itself is a sheet.
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../../addin/session';
import { modelTexts } from '../../texts/pane/model';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Buttons to show the model table, a sheet of its own, and to build the notebook it describes. */
export function ModelTab({ session, running }: { session: Session; running: boolean }) {
  const styles = useStyles();
  return (
    <div className={styles.tab}>
      <Text>{modelTexts.about}</Text>
      <div className={styles.buttons}>
        <Button disabledFocusable={running} onClick={() => void session.perform(session.models.show)}>
          {modelTexts.modelTable}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={running}
          onClick={() => void session.perform(session.models.build)}
        >
          {modelTexts.build}
        </Button>
      </div>
      <Text>{modelTexts.aboutBuild}</Text>
    </div>
  );
}
