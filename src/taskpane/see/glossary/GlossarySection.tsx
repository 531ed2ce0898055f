import { SearchBox, makeStyles, tokens } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import type { EntryKey } from '../../../notebook/glossary/contents';
import { search } from '../../../notebook/glossary/search';
import type { SectionProps } from '../section';
import { EntryCard } from './EntryCard';
import { AllTerms, Found } from './TermList';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  search: { width: '100%', maxWidth: 'none' },
});

/** The terms of the field, and those of the notebook in hand in its own numbers. */
export function GlossarySection({ session, notebook }: SectionProps) {
  const styles = useStyles();
  const open = useSyncExternalStore(session.store.subscribe, () => session.store.get().glossary?.open);
  const [typed, setTyped] = useState('');
  const [answered, setAnswered] = useState(open);
  if (open !== answered) {
    setAnswered(open);
    setTyped('');
  }
  const found = search(typed);
  const choose = (entry: EntryKey) => session.glossary.open({ entry });
  return (
    <div className={styles.section}>
      <SearchBox
        className={styles.search}
        aria-label="Search the glossary"
        placeholder="Search, e.g. bias"
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
        onKeyDown={({ key }) => key === 'Enter' && typed.trim() && found.length > 0 && choose(found[0])}
      />
      {typed.trim() ? (
        <Found entries={found} typed={typed} onChoose={choose} />
      ) : (
        <>
          {open && <EntryCard session={session} notebook={notebook} topic={open} />}
          <AllTerms onChoose={choose} />
        </>
      )}
    </div>
  );
}
