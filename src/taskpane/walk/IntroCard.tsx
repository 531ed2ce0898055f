// What a person sees first: what this is, and the one thing to do next; and the guided walk.
import { Button, Text } from '@fluentui/react-components';
import type { Session } from '../../addin/session';
import type { NotebookState } from '../../addin/state';
import { walkTexts } from '../../texts/pane/walk';
import { sentence } from '../prediction/sentence';
import { useCardStyles } from './cardStyles';

interface IntroCardProps {
  readonly session: Session;
  readonly notebook: NotebookState;
  /** Who has selected a cell of the network has begun, and is to see what is said of it. */
  readonly isShort: boolean;
  onStep(): void;
  onClose(): void;
}

export function IntroCard({ session, notebook, isShort, onStep, onClose }: IntroCardProps) {
  const styles = useCardStyles();
  return (
    <section className={styles.card} aria-label={walkTexts.intro}>
      {!isShort && <Text>{walkTexts.introText(sentence(notebook))}</Text>}
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={onStep}>
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
