import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { STEP } from '../../addin/commands/train';
import type { WalkState } from '../../addin/commands/walk/walkState';
import type { Session } from '../../addin/session';
import { walkStopTexts } from '../../texts/pane/walkStops';
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
  const { stop, index, count, hasTask, isDone } = walk;
  const { title, text } = walkStopTexts.stops[stop];
  const isLast = index === count - 1;
  const isWaiting = hasTask && !isDone;
  return (
    <section className={card.card} aria-label={walkStopTexts.walk}>
      <div className={styles.head}>
        <Text as="h2" weight="semibold" className={styles.title}>
          {title}
        </Text>
        <Text>{walkStopTexts.position(index + 1, count)}</Text>
      </div>
      <Text>{text(walk)}</Text>
      <div className={card.buttons} aria-live="polite">
        {isWaiting && stop === 'step' && (
          <Button appearance="primary" onClick={() => void session.perform(STEP)}>
            {walkStopTexts.step}
          </Button>
        )}
        {isWaiting && stop === 'run' && (
          <Button appearance="primary" onClick={() => void session.perform(session.runs.run)}>
            {walkStopTexts.run}
          </Button>
        )}
        {isDone && <Text className={styles.done}>{walkStopTexts.done}</Text>}
        <Button
          appearance={isWaiting ? 'secondary' : 'primary'}
          onClick={() => void session.walks.goTo(index + 1)}
        >
          {isLast ? walkStopTexts.end : isWaiting ? walkStopTexts.skip : walkStopTexts.next}
        </Button>
        {!isLast && (
          <Button appearance="subtle" onClick={() => session.walks.leave()}>
            {walkStopTexts.leave}
          </Button>
        )}
      </div>
    </section>
  );
}
