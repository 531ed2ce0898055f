import { setTo } from '../../addin/commands/train';
// The tab Train: the buttons of training, what steers it, and how it goes.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../../addin/session';
import type { NotebookState, RunState, SessionState } from '../../addin/state';
import { trainTexts } from '../../texts/pane/train';
import { NumberField } from '../fields/NumberField';
import { Term } from '../see/glossary/Term';
import { later } from '../later';
import { LossCurve } from './LossCurve';
import { OptimiserField } from './OptimiserField';
import { RunProgress } from './RunProgress';
import { TrainingButtons } from './TrainingButtons';

const AdviceCard = later(async () => (await import('../advice/AdviceCard')).AdviceCard, null, null);

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    // Two beside each other, or one where the pane is very narrow or zoomed.
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, max(110px, 40%)), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
});

interface TrainTabProps {
  session: Session;
  notebook: NotebookState;
  run?: RunState;
  advice?: SessionState['advice'];
}

/** Training: its buttons, what steers it, and how it goes. */
export function TrainTab({ session, notebook: { settings, history }, run, advice }: TrainTabProps) {
  const styles = useStyles();
  const running = run !== undefined;
  return (
    <div className={styles.tab}>
      <TrainingButtons session={session} running={running} />
      {run && <RunProgress run={run} />}
      {advice && advice.length > 0 && <AdviceCard session={session} advice={advice} />}
      <div className={styles.fields}>
        <NumberField
          label={trainTexts.learningRate}
          term={<Term session={session} entry="learningRate" />}
          value={settings.learningRate}
          disabled={running}
          onCommit={(value) => void session.perform(setTo('learningRate', value))}
        />
        <NumberField
          label={trainTexts.stepsPerRun}
          value={settings.stepsPerRun}
          disabled={running}
          onCommit={(value) => void session.perform(setTo('stepsPerRun', value))}
        />
        <OptimiserField
          term={<Term session={session} entry="optimiser" />}
          value={settings.optimiser}
          disabled={running}
          onChoose={(value) => void session.perform(setTo('optimiser', value))}
        />
      </div>
      <LossCurve history={history} term={<Term session={session} entry="loss" />} />
    </div>
  );
}
