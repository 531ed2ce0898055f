import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { STEP } from '../../addin/commands/train';
import type { WalkState } from '../../addin/commands/walk/walkState';
import type { Session } from '../../addin/session';
import { walkTexts } from '../../texts/pane/walk';
import { useCardStyles } from './cardStyles';

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
  done: { color: tokens.colorStatusSuccessForeground1 },
});

/** One stop of a guided walk. */
export function WalkCard({ session, walk }: { session: Session; walk: WalkState }) {
  const card = useCardStyles();
  const styles = useStyles();
  const { stop, index, count, address, sheet, hasTask, isDone } = walk;
  const { title, text } = walkTexts.stops[stop];
  const isLast = index === count - 1;
  const isWaiting = hasTask && !isDone;
  return (
    <section className={card.card} aria-label={walkTexts.walk}>
      <div className={styles.head}>
        <Text as="h2" weight="semibold" className={styles.title}>
          {title}
        </Text>
        <Text>{walkTexts.position(index + 1, count)}</Text>
      </div>
      <Text>{text(address, sheet)}</Text>
      <div className={card.buttons} aria-live="polite">
        {isWaiting && stop === 'step' && (
          <Button appearance="primary" onClick={() => void session.perform(STEP)}>
            {walkTexts.step}
          </Button>
        )}
        {isWaiting && stop === 'run' && (
          <Button appearance="primary" onClick={() => void session.perform(session.runs.run)}>
            {walkTexts.run}
          </Button>
        )}
        {isDone && <Text className={styles.done}>{walkTexts.done}</Text>}
        <Button
          appearance={isWaiting ? 'secondary' : 'primary'}
          onClick={() => void session.walks.goTo(index + 1)}
        >
          {isLast ? walkTexts.end : isWaiting ? walkTexts.skip : walkTexts.next}
        </Button>
        {!isLast && (
          <Button appearance="subtle" onClick={() => session.walks.leave()}>
            {walkTexts.leave}
          </Button>
        )}
      </div>
    </section>
  );
}
