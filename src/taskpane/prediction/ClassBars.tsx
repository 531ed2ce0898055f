import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { NotebookState } from '../../addin/state';
import { predictionTexts } from '../../texts/pane/prediction';
import { classRows, type ClassRow } from './classRows';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'fit-content(50%) minmax(24px, 1fr) auto',
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase100,
  },
  row: { display: 'grid', gridColumn: '1 / -1', gridTemplateColumns: 'subgrid', alignItems: 'center' },
  target: { fontWeight: tokens.fontWeightSemibold },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  track: { height: '8px', backgroundColor: tokens.colorNeutralBackground5 },
  bar: { height: '100%', backgroundColor: tokens.colorNeutralForeground3 },
  targetBar: { backgroundColor: tokens.colorCompoundBrandBackground },
  number: { fontVariantNumeric: 'tabular-nums' },
  // Only for screen readers.
  aloud: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Each class with its probability, in the order of the network's outputs. */
export function ClassBars({ notebook }: { notebook: NotebookState }) {
  const styles = useStyles();
  const { rows, hidden } = classRows(notebook);
  return (
    <>
      <ul className={styles.list} aria-label={predictionTexts.probabilities}>
        {rows.map((row, index) => (
          <Row key={index} row={row} />
        ))}
      </ul>
      {hidden > 0 && <Text size={200}>{predictionTexts.lessLikely(hidden)}</Text>}
    </>
  );
}

function Row({ row: { name, probability, isTarget } }: { row: ClassRow }) {
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.row, isTarget && styles.target)}>
      <span className={styles.name} title={name}>
        {isTarget && <span aria-hidden>▸ </span>}
        {name}
      </span>
      <span className={styles.track} aria-hidden>
        <div
          className={mergeClasses(styles.bar, isTarget && styles.targetBar)}
          style={{ width: `${100 * Math.min(1, Math.max(0, probability))}%` }}
        />
      </span>
      <span className={styles.number}>
        {predictionTexts.classProbability(probability)}
        {isTarget && <span className={styles.aloud}>{predictionTexts.isTarget}</span>}
      </span>
    </li>
  );
}
