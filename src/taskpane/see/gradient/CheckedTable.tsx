// The section Check my gradient: a report that src/addin/commands/gradientCheck makes, as a table.
import { Button, Link, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { verdictInWords, type CheckedCell } from '../../../addin/commands/gradientCheck/gradientReport';
import { gradientTexts } from '../../../texts/pane/see/gradient';
import { gradientText, magnitudeText } from '../../numbers';

/** Number of rows shown at first. */
const FIRST_ROWS = 20;

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

/** Analytic and numeric gradients, two lines for each weight: its name and the verdict, then the numbers. */
export function CheckedTable({ cells, onSelect }: CheckedTableProps) {
  const styles = useStyles();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? cells : cells.slice(0, FIRST_ROWS);
  return (
    <>
      <table className={styles.table} aria-label={gradientTexts.table}>
        <thead>
          <tr>
            {COLUMNS.map(({ title, width }) => (
              <th key={title} scope="col" className={styles.head} style={{ width }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((cell) => (
          <tbody key={`${cell.valueCell.block.name} ${cell.address}`} className={styles.cell}>
            <tr>
              <th colSpan={COLUMNS.length} scope="rowgroup" className={styles.name}>
                <span className={mergeClasses(styles.verdict, styles[cell.verdict])}>
                  {SIGNS[cell.verdict]} {verdictInWords(cell)}
                </span>
                <Link
                  as="button"
                  className={styles.address}
                  title={gradientTexts.select(cell.address)}
                  onClick={() => onSelect(cell)}
                >
                  {cell.address}
                </Link>{' '}
                <Text size={200}>{cell.title}</Text>
              </th>
            </tr>
            <tr>
              <td className={styles.number}>{cell.holds ? '–' : gradientText(cell.analytic)}</td>
              <td className={styles.number}>
                {cell.sides
                  ? gradientTexts.sides(gradientText(cell.sides.left), gradientText(cell.sides.right))
                  : gradientText(cell.numeric)}
              </td>
              {[cell.difference, cell.relative].map((size, index) => (
                <td key={index} className={styles.number}>
                  {cell.sides || cell.holds ? '–' : magnitudeText(size)}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
      {shown.length < cells.length && (
        <Button size="small" className={styles.all} onClick={() => setAll(true)}>
          {gradientTexts.showAll(cells.length)}
        </Button>
      )}
    </>
  );
}

/** The ∂ cell, the finite difference, their difference, and its share of the gradient. */
const COLUMNS = [
  { title: gradientTexts.columns.analytic, width: '29%' },
  { title: gradientTexts.columns.numeric, width: '29%' },
  { title: gradientTexts.columns.difference, width: '22%' },
  { title: gradientTexts.columns.relative, width: '20%' },
] as const;

const SIGNS: Readonly<Record<CheckedCell['verdict'], string>> = { agrees: '✓', kink: '◇', differs: '✗' };
