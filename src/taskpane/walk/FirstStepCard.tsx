import { Button, Text } from '@fluentui/react-components';
import type { Session } from '../../addin/session';
import { firstStepTexts } from '../../texts/pane/firstStep';
import { useCardStyles } from './cardStyles';

/** The loss of the image on the page before and after the step. */
export interface FirstStep {
  readonly before: number;
  readonly after: number;
}

interface FirstStepCardProps {
  readonly session: Session;
  readonly losses: FirstStep;
  onClose(): void;
}

/** What the first step did, and where it can be seen. */
export function FirstStepCard({ session, losses, onClose }: FirstStepCardProps) {
  const styles = useCardStyles();
  const { changes } = session;
  return (
    <section className={styles.card} aria-label={firstStepTexts.card}>
      <Text>{firstStepTexts.text(losses.before, losses.after)}</Text>
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
