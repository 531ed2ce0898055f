import { Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../addin/session';
import type { NotebookState, RunState } from '../addin/state';
import { ImagesTab } from './images/ImagesTab';
import { ModelTab } from './model/ModelTab';
import { Prediction } from './prediction/Prediction';
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
}

/** The notebook in hand: what its network makes of an image, and what can be done with it. */
export function NotebookView({ session, notebook, run }: NotebookViewProps) {
  const styles = useStyles();
  const { title, step, epoch, channels, height, width } = notebook;
  const running = run !== undefined;
  return (
    <>
      <div>
        <Title3 as="h1" className={styles.title}>
          {title}
        </Title3>
        <div className={styles.head}>
          <Text>
            Step {step}, epoch {epoch.toFixed(2)}
          </Text>
          <NewNotebook session={session} />
        </div>
      </div>
      <Prediction notebook={notebook} />
      <Tabs
        above={(tab) => tab !== 'Train' && run && <RunProgress run={run} />}
        panels={{
          Train: <TrainTab session={session} notebook={notebook} run={run} />,
          // A drawing and an import are for images of one size.
          Images: (
            <ImagesTab
              key={[channels, height, width].join()}
              session={session}
              notebook={notebook}
              running={running}
            />
          ),
          Model: <ModelTab session={session} running={running} />,
        }}
      />
    </>
  );
}
