import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../../../addin/session';
import type { Topic } from '../../../notebook/glossary/contents';
import { ENTRIES } from '../../../notebook/glossary/entries';
import { MESSAGES_BELOW } from '../../messages/useRoom';
import { glossaryTexts } from '../../../texts/pane/see/glossary';

const useStyles = makeStyles({
  // At the bottom of the pane, over the content, so that nothing moves when it appears and disappears.
  foot: {
    position: 'fixed',
    bottom: `calc(${tokens.spacingVerticalM} + var(${MESSAGES_BELOW}, 0px))`,
    right: tokens.spacingHorizontalM,
    zIndex: 1,
  },
  hint: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    textAlign: 'left',
  },
});

/** While a heading of the sheet is selected: a link to its entry in the glossary. */
export function HeadingHint({ session, hint }: { session: Session; hint: Topic }) {
  const styles = useStyles();
  return (
    <aside className={styles.foot} aria-label={glossaryTexts.selectedHeading}>
      <Link as="button" className={styles.hint} onClick={() => session.glossary.open(hint)}>
        {ENTRIES[hint.entry].question}
      </Link>
    </aside>
  );
}
