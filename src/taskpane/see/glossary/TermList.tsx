import { Link, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { CHAPTERS, CONTENTS, ENTRY_KEYS, type EntryKey } from '../../../notebook/glossary/contents';
import { ENTRIES } from '../../../notebook/glossary/entries';
import { glossaryTexts } from '../../../texts/pane/see/glossary';

const useStyles = makeStyles({
  chapters: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0, display: 'block' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
  },
  below: { flexDirection: 'column', alignItems: 'flex-start' },
  question: { textAlign: 'left' },
});

interface Choosing {
  onChoose(entry: EntryKey): void;
}

/** All terms by chapter, and the questions that learners ask. */
export function AllTerms({ onChoose }: Choosing) {
  const styles = useStyles();
  return (
    <div className={styles.chapters}>
      {CHAPTERS.map((chapter) => (
        <Chapter key={chapter} title={chapter}>
          {CONTENTS[chapter].map((entry) => (
            <Item key={entry} entry={entry} text={ENTRIES[entry].term} onChoose={onChoose} />
          ))}
        </Chapter>
      ))}
      <Chapter title={glossaryTexts.questions} below>
        {QUESTIONS.map(({ entry, text }) => (
          <Item key={text} entry={entry} text={text} onChoose={onChoose} />
        ))}
      </Chapter>
    </div>
  );
}

const QUESTIONS = ENTRY_KEYS.flatMap((entry) =>
  (ENTRIES[entry].asked ?? []).map((text) => ({ entry, text })),
);

/** The results of a search. */
export function Found({
  entries,
  typed,
  onChoose,
}: Choosing & { entries: readonly EntryKey[]; typed: string }) {
  const styles = useStyles();
  if (entries.length === 0) return <Text>{glossaryTexts.nothingFound(typed.trim())}</Text>;
  return (
    <ul className={styles.list} aria-label={glossaryTexts.found}>
      {entries.map((entry) => (
        <Item key={entry} entry={entry} text={ENTRIES[entry].term} onChoose={onChoose} />
      ))}
    </ul>
  );
}

function Chapter({ title, below, children }: { title: string; below?: boolean; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <Text as="h3" id={id} size={200} weight="semibold" className={styles.title}>
        {title}
      </Text>
      <ul className={mergeClasses(styles.list, below && styles.below)} aria-labelledby={id}>
        {children}
      </ul>
    </div>
  );
}

function Item({ entry, text, onChoose }: Choosing & { entry: EntryKey; text: string }) {
  const styles = useStyles();
  return (
    <li>
      <Link as="button" className={styles.question} onClick={() => onChoose(entry)}>
        {text}
      </Link>
    </li>
  );
}
