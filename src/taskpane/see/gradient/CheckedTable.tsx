import { Button, Link, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { verdictInWords, type CheckedCell } from '../../../addin/commands/gradientCheck/gradientReport';
import { numberShown, sizeShown } from './numbers';

/** So many rows are looked over; more are there for whoever wants them. */
const FIRST = 20;

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
  },
  head: { textAlign: 'right', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  cell: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    paddingTop: tokens.spacingVerticalXS,
  },
  address: { fontSize: tokens.fontSizeBase200 },
  verdict: { float: 'right', marginLeft: tokens.spacingHorizontalS },
  agrees: { color: tokens.colorPaletteGreenForeground1 },
  kink: { color: tokens.colorPaletteMarigoldForeground2 },
  differs: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  number: {
    textAlign: 'right',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
    paddingBottom: tokens.spacingVerticalXS,
  },
  all: { alignSelf: 'flex-start' },
});

interface CheckedTableProps {
  readonly cells: readonly CheckedCell[];
  onSelect(cell: CheckedCell): void;
}

/** Analytic beside numeric, for each weight two lines: what it is and how it fares, and the numbers. */
export function CheckedTable({ cells, onSelect }: CheckedTableProps) {
  const styles = useStyles();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? cells : cells.slice(0, FIRST);
  return (
    <>
      <table className={styles.table} aria-label="Checked gradients">
        <thead>
          <tr>
            {COLUMNS.map(({ word, width }) => (
              <th key={word} scope="col" className={styles.head} style={{ width }}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((cell) => (
          <tbody key={`${cell.spot.block.name} ${cell.address}`} className={styles.cell}>
            <tr>
              <th colSpan={COLUMNS.length} scope="rowgroup" className={styles.name}>
                <span className={mergeClasses(styles.verdict, styles[cell.verdict])}>
                  {SIGNS[cell.verdict]} {verdictInWords(cell)}
                </span>
                <Link
                  as="button"
                  className={styles.address}
                  title={`Select ${cell.address} on the sheet`}
                  onClick={() => onSelect(cell)}
                >
                  {cell.address}
                </Link>{' '}
                <Text size={200}>{cell.title}</Text>
              </th>
            </tr>
            <tr>
              <td className={styles.number}>{cell.holds ? '–' : numberShown(cell.analytic)}</td>
              <td className={styles.number}>
                {cell.sides
                  ? `left ${numberShown(cell.sides.left)}, right ${numberShown(cell.sides.right)}`
                  : numberShown(cell.numeric)}
              </td>
              {[cell.difference, cell.relative].map((size, index) => (
                <td key={index} className={styles.number}>
                  {cell.sides || cell.holds ? '–' : sizeShown(size)}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
      {shown.length < cells.length && (
        <Button size="small" className={styles.all} onClick={() => setAll(true)}>
          Show all {cells.length}
        </Button>
      )}
    </>
  );
}

/** What the ∂ cell holds, and what differences say; what lies between them, and what part of the gradient that is. */
const COLUMNS = [
  { word: 'Analytic ∂', width: '29%' },
  { word: 'Numeric', width: '29%' },
  { word: 'Difference', width: '22%' },
  { word: 'Relative', width: '20%' },
] as const;

const SIGNS: Readonly<Record<CheckedCell['verdict'], string>> = { agrees: '✓', kink: '◇', differs: '✗' };
