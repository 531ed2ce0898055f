import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useContext } from 'react';
import type { Grid, GridCell } from '../../../notebook/explain/explanation';
import { shown } from '../../../notebook/explain/numbers';
import { colourOf, ownScale } from './cellColours';
import { cellText } from './cellText';
import { addressText, LinksContext } from './links';

const useStyles = makeStyles({
  grid: { display: 'inline-block', maxWidth: '100%', overflowX: 'auto' },
  table: { borderCollapse: 'collapse' },
  caption: {
    textAlign: 'left',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  cell: {
    width: '27px',
    minWidth: '27px',
    height: '17px',
    padding: 0,
    textAlign: 'center',
    border: '1px solid #D0D0D0',
    // As on the sheet, which is light in both themes.
    color: '#242424',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '9px',
    lineHeight: '15px',
    letterSpacing: '-0.4px',
  },
  outside: { color: '#8A8886', backgroundColor: '#F0F0F0', fontStyle: 'italic' },
  marked: { outline: '2px solid #0B6A0B', outlineOffset: '-2px', fontWeight: tokens.fontWeightBold },
  linked: { cursor: 'pointer' },
});

/** A few cells of the sheet, small, in its colours; a click goes to the cell. */
export function GridView({ grid }: { grid: Grid }) {
  const styles = useStyles();
  const { sheet, goTo } = useContext(LinksContext);
  const colours = grid.colours ?? ownScale(grid);
  const titleOf = ({ value, cell, outside }: GridCell) =>
    outside ? 'In the padding: 0' : `${shown(value)}${cell ? `, ${addressText(cell, sheet)}` : ''}`;
  const { marked } = grid;
  return (
    <div className={styles.grid}>
      <table className={styles.table}>
        <caption className={styles.caption}>{grid.title}</caption>
        <tbody>
          {grid.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, c) => (
                <td
                  key={c}
                  className={mergeClasses(
                    styles.cell,
                    cell.outside && styles.outside,
                    marked?.row === r && marked.column === c && styles.marked,
                    cell.cell && styles.linked,
                  )}
                  style={cell.outside ? undefined : { backgroundColor: colourOf(cell.value, colours) }}
                  title={titleOf(cell)}
                  onClick={cell.cell && (() => goTo(cell.cell!))}
                >
                  {cellText(cell.value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
