import { Button, Switch, Text, makeStyles, tokens } from '@fluentui/react-components';
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
      <Text>
        The notebook writes values; here the spreadsheet computes them itself, by formulas that you can read,
        with or without the add-in. Both agree to nine digits and more.
      </Text>
      <Switch
        label="Values as formulas"
        checked={formulas.values}
        disabled={running}
        onChange={() => void session.formulas.toggle('values')}
      />
      <Switch
        label="Gradients, and the next step, as formulas"
        checked={formulas.gradients}
        disabled={running}
        onChange={() => void session.formulas.toggle('gradients')}
      />
      {formulas.gradients && (
        <Text size={200}>
          The sheet ‘{title} next’ holds each weight after the next step, by the gradients that stand on ‘
          {title} ∂’; in mode evaluate, or with an image that is kept for validation, a step goes down others.
          ‘{title} turned’ holds the filters turned by 180°: gradients flow back through them.
        </Text>
      )}
      <Button disabledFocusable={running} onClick={() => void session.formulas.toggleSelected()}>
        Selected block: formulas or values
      </Button>
      <Listed heading="Blocks that you chose:" items={formulas.blocks} />
      <Listed heading="These stay values:" items={formulas.stays} />
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
