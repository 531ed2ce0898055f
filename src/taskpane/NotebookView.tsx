import { Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Session } from '../addin/session';
import type { NotebookState, RunState, SessionState } from '../addin/state';
import { frameTexts } from '../texts/pane/frame';
import { ImagesTab } from './images/ImagesTab';
import { ModelTab } from './model/ModelTab';
import { Prediction } from './prediction/Prediction';
import { SeeTab } from './see/SeeTab';
import { NewNotebook } from './start/NewNotebook';
import { Tabs } from './Tabs';
import { RunProgress } from './train/RunProgress';
import { TrainTab } from './train/TrainTab';

const useStyles = makeStyles({
  title: { margin: 0, overflowWrap: 'anywhere' },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});

interface NotebookViewProps {
  session: Session;
  notebook: NotebookState;
  run?: RunState;
  asked?: SessionState['asked'];
}

/** The active notebook: what its network predicts, and what can be done with it. */
export function NotebookView({ session, notebook, run, asked }: NotebookViewProps) {
  const styles = useStyles();
  const { title, step, epoch, channels, height, width } = notebook;
  const running = run !== undefined;
  const askedTab = useMemo(() => asked && { tab: 'see' as const }, [asked]);
  return (
    <>
      <div>
        <Title3 as="h1" className={styles.title}>
          {title}
        </Title3>
        <div className={styles.head}>
          <Text>{frameTexts.stepAndEpoch(step, epoch)}</Text>
          <NewNotebook session={session} />
        </div>
      </div>
      <Prediction session={session} notebook={notebook} />
      <Tabs
        asked={askedTab}
        above={(tab) => tab !== 'train' && run && <RunProgress run={run} />}
        panels={{
          train: <TrainTab session={session} notebook={notebook} run={run} />,
          // A drawing or an import is for images of one size, so another size starts afresh.
          images: (
            <ImagesTab
              key={[channels, height, width].join()}
              session={session}
              notebook={notebook}
              running={running}
            />
          ),
          see: <SeeTab session={session} notebook={notebook} running={running} asked={asked} />,
          model: <ModelTab session={session} running={running} />,
        }}
      />
    </>
  );
}
