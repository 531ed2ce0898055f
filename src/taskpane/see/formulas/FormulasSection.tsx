// The section Formulas: which cells the spreadsheet computes itself.
import { Button, Switch, Text, makeStyles, tokens } from '@fluentui/react-components';
import { SUFFIX } from '../../../notebook/layout/planNotebook';
import { formulasTexts } from '../../../texts/pane/see/formulas';
import type { SectionProps } from '../section';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** Cells as worksheet formulas: whole sheets, or one block. */
export function FormulasSection({ session, notebook: { title, formulas }, running }: SectionProps) {
  const styles = useStyles();
  return (
    <div className={styles.section}>
      <Text>{formulasTexts.about}</Text>
      <Switch
        label={formulasTexts.values}
        checked={formulas.values}
        disabled={running}
        onChange={() => void session.perform(session.formulas.toggle('values'))}
      />
      <Switch
        label={formulasTexts.gradients}
        checked={formulas.gradients}
        disabled={running}
        onChange={() => void session.perform(session.formulas.toggle('gradients'))}
      />
      {formulas.gradients && (
        <Text size={200}>
          {formulasTexts.aboutGradients({
            next: title + SUFFIX.next,
            gradients: title + SUFFIX.gradients,
            rotated: title + SUFFIX.rotated,
          })}
        </Text>
      )}
      <Button
        disabledFocusable={running}
        onClick={() => void session.perform(session.formulas.toggleSelected)}
      >
        {formulasTexts.toggleSelected}
      </Button>
      <Listed heading={formulasTexts.chosenBlocks} items={formulas.blocks} />
      <Listed heading={formulasTexts.staysValues} items={formulas.stays} />
    </div>
  );
}

function Listed({ heading, items }: { heading: string; items: readonly string[] }) {
  const styles = useStyles();
  if (items.length === 0) return null;
  return (
    <div>
      <Text weight="semibold">{heading}</Text>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item}>
            <Text>{item}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
