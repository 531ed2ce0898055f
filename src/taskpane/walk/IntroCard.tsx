// What a person sees first: what this is, and the one thing to do next; and the guided walk.
import { Button, Text } from '@fluentui/react-components';
import { STEP } from '../../addin/commands/train';
import type { Session } from '../../addin/session';
import type { NotebookState } from '../../addin/state';
import { walkTexts } from '../../texts/pane/walk';
import { sentence } from '../prediction/sentence';
import { useCardStyles } from './cardStyles';

interface IntroCardProps {
  readonly session: Session;
  readonly notebook: NotebookState;
  onClose(): void;
}

export function IntroCard({ session, notebook, onClose }: IntroCardProps) {
  const styles = useCardStyles();
  return (
    <section className={styles.card} aria-label={walkTexts.intro}>
      <Text>{walkTexts.introText(sentence(notebook))}</Text>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={() => void session.perform(STEP)}>
          {walkTexts.step}
        </Button>
        <Button size="small" onClick={() => void session.walks.start()}>
          {walkTexts.showMe}
        </Button>
        <Button size="small" appearance="subtle" aria-label={walkTexts.notNow} onClick={onClose}>
          ×
        </Button>
      </div>
    </section>
  );
}
