import { makeStyles, tokens } from '@fluentui/react-components';
import type { Operand } from '../../notebook/explain/explanation';
import { shown } from '../../notebook/explain/numbers';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  label: { overflowWrap: 'anywhere' },
  value: {
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
});

interface ResultLineProps {
  readonly result: Operand;
  /** Replaces the result's own label. */
  readonly label?: string;
}

/** The result of a part of an explanation. */
export function ResultLine({ result, label = result.label }: ResultLineProps) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value} title={String(result.value)}>
        {shown(result.value, result.change)}
      </span>
    </div>
  );
}
