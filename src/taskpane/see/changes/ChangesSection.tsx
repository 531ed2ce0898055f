// The section Changes: whether there is a sheet of changes, and what it compares with.
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ChangesSince } from '../../../training/changes';
import { changesTexts } from '../../../texts/pane/see/changes';
import { SelectField } from '../../fields/SelectField';
import type { SectionProps } from '../section';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

const OPTIONS = Object.entries(changesTexts.since).map(([value, text]) => ({ value, text }));

/** Chooses what the numbers are compared with. */
export function ChangesSection({ session, notebook, running }: SectionProps) {
  const styles = useStyles();
  const { changes } = session;
  const choose = (value: string) =>
    session.perform(value === 'off' ? changes.hide : changes.show(value as ChangesSince));
  return (
    <div className={styles.section}>
      <Text>{changesTexts.about}</Text>
      <SelectField
        label={changesTexts.compare}
        value={notebook.changes ?? 'off'}
        options={OPTIONS}
        disabled={running}
        onChoose={(value) => void choose(value)}
      />
    </div>
  );
}
