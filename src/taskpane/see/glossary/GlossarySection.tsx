// The section Glossary, and its terms beside the headings of all tabs. Entries are those of src/notebook/glossary.
import { SearchBox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { EntryKey } from '../../../notebook/glossary/contents';
import { search } from '../../../notebook/glossary/search';
import { glossaryTexts } from '../../../texts/pane/see/glossary';
import { useAnswer } from '../../useAnswer';
import { useSessionState } from '../../useSessionState';
import type { SectionProps } from '../section';
import { EntryCard } from './EntryCard';
import { AllTerms, Found } from './TermList';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  search: { width: '100%', maxWidth: 'none' },
});

/** The terms of the field, with their numbers in the active notebook. */
export function GlossarySection({ session, notebook }: SectionProps) {
  const styles = useStyles();
  const { glossary } = useSessionState(session);
  const open = glossary?.open;
  const [typed, setTyped] = useState('');
  useAnswer(open, () => setTyped(''));
  const found = search(typed);
  const choose = (entry: EntryKey) => session.glossary.open({ entry });
  return (
    <div className={styles.section}>
      <SearchBox
        className={styles.search}
        aria-label={glossaryTexts.search}
        placeholder={glossaryTexts.searchExample}
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
