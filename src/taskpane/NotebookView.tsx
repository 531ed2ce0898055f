import { Button, Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { STEP } from '../addin/commands/train';
import type { Session } from '../addin/session';
import type { NotebookState, RunState, SessionState } from '../addin/state';
import { frameTexts } from '../texts/pane/frame';
import { walkTexts } from '../texts/pane/walk';
import { ExplainPanel } from './explain/ExplainPanel';
import { later, loadTheRest } from './later';
import { Prediction } from './prediction/Prediction';
import { NewNotebook } from './start/NewNotebook';
import { Tabs, type TabName } from './Tabs';
import { useAnswer } from './useAnswer';
import { RunProgress } from './train/RunProgress';
import { TrainTab } from './train/TrainTab';
import type { FirstStep } from './walk/FirstStepCard';
import { IntroCard } from './walk/IntroCard';

/** As high as the row of pictures. */
const MAP_ROOM = { height: '82px' };

const ImagesTab = later(async () => (await import('./images/ImagesTab')).ImagesTab);
const SeeTab = later(async () => (await import('./see/SeeTab')).SeeTab);
const WalkCard = later(async () => (await import('./walk/WalkCard')).WalkCard);
const FirstStepCard = later(async () => (await import('./walk/FirstStepCard')).FirstStepCard);
const NetworkMap = later(
  async () => (await import('./map/NetworkMap')).NetworkMap,
  <div style={MAP_ROOM} />,
  null,
);
const ModelTab = later(async () => (await import('./model/ModelTab')).ModelTab);

const useStyles = makeStyles({
  title: { margin: 0, overflowWrap: 'anywhere' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
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
  walk?: SessionState['walk'];
  leftWalkAt?: number;
  advice?: SessionState['advice'];
  at?: SessionState['at'];
  /** Whether the selected cell is one of the notebook's, so that there is something to explain. */
  isExplained: boolean;
}

/** The active notebook: what its network predicts, and what can be done with it. */
export function NotebookView(props: NotebookViewProps) {
  const { session, notebook, run, asked, walk, leftWalkAt, advice, at, isExplained } = props;
  const styles = useStyles();
  const { title, step, epoch, channels, height, width } = notebook;
  const [tab, setTab] = useState<TabName>('train');
  const running = run !== undefined;
  const [isIntroClosed, setIsIntroClosed] = useState(false);
  /** What the step did that the card offered. */
  const [firstStep, setFirstStep] = useState<FirstStep & { title: string }>();
  const isNew = step === 0 && leftWalkAt === undefined && !isIntroClosed && session.walks.isThere;
  const isCardShown = !walk && tab !== 'images' && tab !== 'model';
  const takeFirstStep = async () => {
    const before = notebook.loss;
    await session.perform(STEP);
    const now = session.store.get().notebook;
    if (now?.step === 1) setFirstStep({ title, before, after: now.loss });
  };
  const isFirstStep = step === 1 && firstStep?.title === title && firstStep.after === notebook.loss;
  useEffect(loadTheRest, []);
  useAnswer(asked, (wanted) => wanted && setTab(wanted.section === 'model' ? 'model' : 'see'));
  return (
    <>
      <div>
        <Title3 as="h1" className={styles.title}>
          {title}
        </Title3>
        <div className={styles.head}>
          <Text>{frameTexts.stepAndEpoch(step, epoch)}</Text>
          {!walk && !isNew && session.walks.isThere && (
            <Button size="small" appearance="subtle" onClick={() => void session.walks.start()}>
              {leftWalkAt === undefined ? walkTexts.showMe : walkTexts.goOn}
            </Button>
          )}
          <NewNotebook session={session} />
        </div>
      </div>
      {walk && <WalkCard session={session} walk={walk} />}
      {isCardShown && isNew && (
        <IntroCard
          session={session}
          notebook={notebook}
          isShort={at !== undefined}
          onStep={() => void takeFirstStep()}
          onClose={() => setIsIntroClosed(true)}
        />
      )}
      {isCardShown && isFirstStep && (
        <FirstStepCard session={session} losses={firstStep} onClose={() => setFirstStep(undefined)} />
      )}
      {tab !== 'images' && <NetworkMap session={session} layers={notebook.layers} at={at} />}
      {/* Without scrolling, who draws is to see the pad, who types into the model table its rows, and who walks and has come to */}
      {/* a map the explanation. */}
      {tab !== 'model' && walk?.stop !== 'map' && <Prediction session={session} notebook={notebook} />}
      <div hidden={tab === 'images' || (tab === 'model' && !isExplained)}>
        <ExplainPanel session={session} />
      </div>
      <Tabs
        shown={tab}
        onShow={setTab}
        above={(tab) => tab !== 'train' && run && <RunProgress run={run} />}
        panels={{
          train: <TrainTab session={session} notebook={notebook} run={run} advice={advice} />,
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
