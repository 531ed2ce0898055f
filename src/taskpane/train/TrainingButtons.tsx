import { NEW_SEED, NEXT_IMAGE, RESET, STEP } from '../../addin/commands/train';
import { STEP_BACK } from '../../addin/commands/stepBack';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../../addin/session';
import { trainTexts } from '../../texts/pane/train';

const useStyles = makeStyles({
  buttons: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, max(72px, 30%)), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  button: { minWidth: 0, paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
});

interface Command {
  readonly name: string;
  /** When it can be pressed. */
  readonly when: 'always' | 'running' | 'idle';
  press(session: Session): void;
}

const COMMANDS: readonly Command[] = [
  { name: trainTexts.step, when: 'idle', press: (session) => void session.perform(STEP) },
  { name: trainTexts.run, when: 'idle', press: (session) => void session.perform(session.runs.run) },
  { name: trainTexts.stop, when: 'running', press: (session) => session.stop() },
  {
    name: trainTexts.runEpoch,
    when: 'idle',
    press: (session) => void session.perform(session.runs.runEpoch),
  },
  { name: trainTexts.nextImage, when: 'idle', press: (session) => void session.perform(NEXT_IMAGE) },
  {
    name: trainTexts.evaluate,
    when: 'idle',
    press: (session) => void session.perform(session.evaluation.evaluate),
  },
  { name: trainTexts.stepBack, when: 'idle', press: (session) => void session.perform(STEP_BACK) },
  { name: trainTexts.reset, when: 'always', press: (session) => void session.perform(RESET) },
  { name: trainTexts.newSeed, when: 'always', press: (session) => void session.perform(NEW_SEED) },
];

/** The buttons of the ribbon. Those that cannot be pressed now keep the focus, so that the keyboard does not lose its place. */
export function TrainingButtons({ session, running }: { session: Session; running: boolean }) {
  const styles = useStyles();
  return (
    <div className={styles.buttons} role="group" aria-label={trainTexts.training}>
      {COMMANDS.map(({ name, when, press }, index) => (
        <Button
          key={name}
          className={styles.button}
          appearance={index === 0 ? 'primary' : 'secondary'}
          disabledFocusable={when !== 'always' && running !== (when === 'running')}
          onClick={() => press(session)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
