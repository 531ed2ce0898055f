import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../../../addin/session';
import type { EntryKey } from '../../../notebook/glossary/contents';
import { ENTRIES } from '../../../notebook/glossary/entries';

const useStyles = makeStyles({
  mark: {
    marginLeft: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

/** What a Term is when the glossary is there. */
export function TermLink({ session, entry }: { session: Session; entry: EntryKey }) {
  const styles = useStyles();
  const { question } = ENTRIES[entry];
  return (
    <Link
      as="button"
      className={styles.mark}
      aria-label={question}
      title={question}
      onClick={() => session.glossary.open({ entry })}
    >
      ?
    </Link>
  );
}
