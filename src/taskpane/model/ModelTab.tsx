// The tab Model: the two commands of the model table, and its rows. The table itself is a sheet.
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Session } from '../../addin/session';
import { modelTexts } from '../../texts/pane/model';
import { useSessionState } from '../useSessionState';
import { ModelRows } from './ModelRows';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Buttons to show the model table and to build the notebook it describes; its rows, with what is wrong in them. */
export function ModelTab({ session, running }: { session: Session; running: boolean }) {
  const styles = useStyles();
  const { models } = session;
  const { model } = useSessionState(session);
  useEffect(() => void models.list(), [models]);
  return (
    <div className={styles.tab}>
      <div className={styles.buttons}>
        <Button disabledFocusable={running} onClick={() => void session.perform(models.show)}>
          {modelTexts.modelTable}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={running}
          onClick={() => void session.perform(models.build)}
        >
          {modelTexts.build}
        </Button>
      </div>
      {model && <ModelRows model={model} onSelect={(address) => void models.select(address)} />}
      <Text>{modelTexts.about}</Text>
      <Text>{modelTexts.aboutBuild}</Text>
    </div>
  );
}
