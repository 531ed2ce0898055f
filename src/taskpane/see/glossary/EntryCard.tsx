import { Button, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { Session } from '../../../addin/session';
import type { NotebookState } from '../../../addin/state';
import type { Topic } from '../../../notebook/glossary/contents';
import { ENTRIES } from '../../../notebook/glossary/entries';
import { glossaryTexts } from '../../../texts/pane/see/glossary';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0 },
  also: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface EntryCardProps {
  session: Session;
  notebook: NotebookState;
  topic: Topic;
}

/** An entry of the glossary, with the numbers and the cells of the active notebook. */
export function EntryCard({ session, notebook, topic }: EntryCardProps) {
  const styles = useStyles();
  const heading = useId();
  const { term, also = [], text, here, cells, see = [] } = ENTRIES[topic.entry];
  // Numbers depend on the notebook and its settings.
  const own = useMemo(() => {
    const subject = notebook && session.glossary.subject(topic.layer);
    return subject && { words: here?.(subject), hasCells: cells?.(subject) !== undefined };
  }, [session, notebook, topic, here, cells]);
  return (
    <section className={styles.card} aria-labelledby={heading} tabIndex={-1} ref={useInView(topic)}>
      <div>
        <Text as="h3" id={heading} weight="semibold" block className={styles.title}>
          {term}
        </Text>
        {also.length > 0 && (
          <Text size={200} className={styles.also}>
            {glossaryTexts.also(also)}
          </Text>
        )}
      </div>
      <Text>{text}</Text>
      {own?.words && (
        <Text>
          <strong>{glossaryTexts.inThisNotebook}</strong> {own.words}
        </Text>
      )}
      <div className={styles.row}>
        {own?.hasCells && (
          <Button size="small" appearance="primary" onClick={() => void session.glossary.show(topic)}>
            {glossaryTexts.showMe}
          </Button>
        )}
        <Button size="small" onClick={() => session.glossary.close()}>
          {glossaryTexts.close}
        </Button>
      </div>
      {see.length > 0 && (
        <div className={styles.row}>
          <Text size={200}>{glossaryTexts.seeAlso}</Text>
          {see.map((entry) => (
            <Link key={entry} as="button" onClick={() => session.glossary.open({ ...topic, entry })}>
              {ENTRIES[entry].term}
            </Link>
          ))}
        </div>
      )}
    </section>
  );
}

/** Scrolls to an entry when it is opened from elsewhere, and again when its section has expanded. */
function useInView(topic: Topic) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const show = () => element.current?.scrollIntoView({ block: 'nearest' });
    show();
    const later = setTimeout(() => {
      show();
      // The pressed button may be gone, and the keyboard focus with it: move it here.
      if (document.hasFocus() && document.activeElement === document.body)
        element.current?.focus({ preventScroll: true });
    }, UNFOLDED_MS);
    return () => clearTimeout(later);
  }, [topic]);
  return element;
}

const UNFOLDED_MS = 300;
