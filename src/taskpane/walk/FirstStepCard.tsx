import { Button, Text } from '@fluentui/react-components';
import type { Session } from '../../addin/session';
import type { NotebookState } from '../../addin/state';
import { firstStepTexts } from '../../texts/pane/firstStep';
import { useCardStyles } from './cardStyles';

interface FirstStepCardProps {
  readonly session: Session;
  readonly notebook: NotebookState;
  /** The loss before the step. */
  readonly before: number;
  onClose(): void;
}

/** What the first step did, and where it can be seen. */
export function FirstStepCard({ session, notebook, before, onClose }: FirstStepCardProps) {
  const styles = useCardStyles();
  const { changes } = session;
  return (
    <section className={styles.card} aria-label={firstStepTexts.card}>
      <Text>{firstStepTexts.text(before, notebook.loss)}</Text>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={() => void session.perform(changes.show('last'))}>
          {firstStepTexts.showChanges}
        </Button>
        <Button size="small" appearance="subtle" aria-label={firstStepTexts.close} onClick={onClose}>
          ×
        </Button>
      </div>
    </section>
  );
}
