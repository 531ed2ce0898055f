import {
  Button,
  FluentProvider,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Spinner,
  Text,
  Title3,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Session } from '../addin/session';
import type { NotebookState, SessionState } from '../addin/state';
import { LESSON_4 } from '../notebook/presets/lesson4';
import { LossCurve } from './LossCurve';
import { NumberField } from './NumberField';
import { Prediction } from './Prediction';
import { useTheme } from './useTheme';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    minHeight: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
  },
  title: { margin: 0 },
  buttons: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  button: { minWidth: 0, paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  messages: {
    ':empty': { display: 'none' },
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

/** The pane: a view of the session. Everything that it shows also stands in cells. */
export function App({ session }: { session: Session }) {
  const state = useSyncExternalStore(session.store.subscribe, session.store.get);
  const theme = useTheme();
  const styles = useStyles();
  return (
    <FluentProvider theme={theme} style={{ minHeight: '100%' }}>
      <main className={styles.page}>
        <Messages session={session} state={state} />
        {!state.ready && <Spinner label="Looking at the workbook…" />}
        {state.ready && !state.notebook && <Welcome session={session} />}
        {state.notebook && <NotebookView session={session} notebook={state.notebook} run={state.run} />}
      </main>
    </FluentProvider>
  );
}

function Messages({ session, state }: { session: Session; state: SessionState }) {
  const styles = useStyles();
  const { errors, notice } = state;
  const hidden = errors.length - MOST_ERRORS;
  return (
    <div className={styles.messages} role="status" aria-label="Messages">
      {errors.slice(0, MOST_ERRORS).map((message, index) => (
        <MessageBar key={message} intent="error" layout="multiline">
          <MessageBarBody>{message}</MessageBarBody>
          {index === 0 && (
            <MessageBarActions>
              <Button size="small" onClick={() => session.dismiss()}>
                Dismiss
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      ))}
      {hidden > 0 && <Text size={200}>and {hidden} more like these</Text>}
      {notice && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{notice}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

const MOST_ERRORS = 3;

function Welcome({ session }: { session: Session }) {
  const { title } = useStyles();
  return (
    <>
      <Title3 as="h1" className={title}>
        Cellvolution
      </Title3>
      <Text>
        A convolutional network in worksheet cells: read, colour, trace or type over every number of it, and
        train it with a button.
      </Text>
      <Button appearance="primary" onClick={() => void session.newNotebook(LESSON_4)}>
        New Lesson 4 notebook
      </Button>
    </>
  );
}

interface NotebookViewProps {
  session: Session;
  notebook: NotebookState;
  run: SessionState['run'];
}

function NotebookView({ session, notebook, run }: NotebookViewProps) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.head}>
        <Title3 as="h1" className={styles.title}>
          {notebook.title}
        </Title3>
        <Text>Step {notebook.step}</Text>
      </div>
      <Prediction notebook={notebook} />
      <Commands session={session} running={run !== undefined} />
      {run && (
        <div>
          <ProgressBar value={run.done} max={run.total} aria-label="Progress of the run" />
          <Text size={200}>
            {run.done} of {run.total} steps
          </Text>
        </div>
      )}
      <div className={styles.fields}>
        <NumberField
          label="Learning rate"
          value={notebook.settings.learningRate}
          disabled={run !== undefined}
          onCommit={(value) => void session.set('learningRate', value)}
        />
        <NumberField
          label="Steps per run"
          value={notebook.settings.stepsPerRun}
          disabled={run !== undefined}
          onCommit={(value) => void session.set('stepsPerRun', value)}
        />
      </div>
      <LossCurve history={notebook.history} />
      <Button onClick={() => void session.newNotebook(LESSON_4)}>New Lesson 4 notebook</Button>
    </>
  );
}

/** The buttons of the ribbon. Those that cannot be pressed now keep the focus, so that the keyboard does not lose its place. */
function Commands({ session, running }: { session: Session; running: boolean }) {
  const { button, buttons } = useStyles();
  return (
    <div className={buttons} role="group" aria-label="Training">
      <Button
        className={button}
        appearance="primary"
        disabledFocusable={running}
        onClick={() => void session.step()}
      >
        Step
      </Button>
      <Button className={button} disabledFocusable={running} onClick={() => void session.run()}>
        Run
      </Button>
      <Button className={button} disabledFocusable={!running} onClick={() => session.stop()}>
        Stop
      </Button>
      <Button className={button} onClick={() => void session.reset()}>
        Reset
      </Button>
      <Button className={button} disabledFocusable={running} onClick={() => void session.nextImage()}>
        Next image
      </Button>
    </div>
  );
}
