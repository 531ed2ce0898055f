import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useContext, useRef, useState, type KeyboardEvent } from 'react';
import type { GridCell, NumberGrid } from '../../notebook/explain/explanation';
import { shown } from '../../notebook/explain/numbers';
import { explainTexts } from '../../texts/pane/explain';
import type { GridPosition } from '../arrowKeys';
import { cellText, LONGEST_TEXT, powerText, sharedPower } from '../numbers';
import { SHEET_COLOURS } from '../pictures/sheetColours';
import { cellColour, ownScale } from './cellColours';
import { isAt, movedBy, startOf } from './gridKeys';
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
    width: '28px',
    minWidth: '28px',
    position: 'relative',
    height: '18px',
    padding: 0,
    textAlign: 'center',
    border: `1px solid ${SHEET_COLOURS.gridline}`,
    // As on the sheet in every theme, also where the system chooses colours: they say what the number is.
    color: SHEET_COLOURS.text,
    backgroundColor: SHEET_COLOURS.paper,
    forcedColorAdjust: 'none',
    // Narrower than monospace, and its digits are all of one width.
    fontFamily: tokens.fontFamilyBase,
    fontVariantNumeric: 'tabular-nums',
    fontSize: '10px',
    lineHeight: '16px',
    whiteSpace: 'nowrap',
  },
  // Five characters, in the widest font that a system may come with.
  tight: { letterSpacing: '-0.6px' },
  outside: { color: SHEET_COLOURS.muted, backgroundColor: SHEET_COLOURS.outside, fontStyle: 'italic' },
  marked: {
    outline: `2px solid ${SHEET_COLOURS.marked}`,
    outlineOffset: '-2px',
    fontWeight: tokens.fontWeightBold,
  },
  walked: {
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: {
        '50%': { boxShadow: `inset 0 0 0 2px ${SHEET_COLOURS.marked}` },
      },
    },
  },
  link: {
    display: 'block',
    width: '100%',
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${SHEET_COLOURS.text}`, outlineOffset: '-1px' },
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

interface GridViewProps {
  readonly grid: NumberGrid;
  /** Whether a mark goes over its cells once, when it is first drawn. */
  readonly isWalked?: boolean;
}

/**
 * A few cells of the sheet, small, in its colours. A click or Enter selects the cell; arrow keys move within
 * the grid, which is a single stop of the Tab key.
 */
export function GridView({ grid, isWalked = false }: GridViewProps) {
  const styles = useStyles();
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<GridPosition>();
  const colours = grid.colours ?? ownScale(grid);
  const power = sharedPower(grid.rows.flat().map(({ value }) => value));
  const { marked } = grid;
  const stop = startOf(grid, chosen);
  const move = (event: KeyboardEvent) => {
    const to = stop && movedBy(grid, stop, event.key);
    if (!to) return;
    event.preventDefault();
    setChosen(to);
    table.current?.rows[to.row].cells[to.column].querySelector('button')?.focus();
  };
  return (
    <div className={styles.grid}>
      <table className={styles.table} ref={table} onKeyDown={move}>
        <caption className={styles.caption}>
          {grid.title}
          {power !== 0 && `, ${powerText(power)}`}
        </caption>
        <tbody>
          {grid.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, c) => {
                const text = cellText(cell.value, power);
                return (
                  <td
                    key={c}
                    className={mergeClasses(
                      styles.cell,
                      text.length === LONGEST_TEXT && styles.tight,
                      cell.outside && styles.outside,
                      isAt(marked, r, c) && styles.marked,
                      isWalked && styles.walked,
                    )}
                    style={{
                      ...(!cell.outside && { backgroundColor: cellColour(cell.value, colours) }),
                      ...(isWalked && stepOfWalk(grid, r, c)),
                    }}
                  >
                    <CellContent
                      cell={cell}
                      text={text}
                      isStop={isAt(stop, r, c)}
                      onFocus={() => setChosen({ row: r, column: c })}
                    />
                    {isAt(marked, r, c) && <span className={styles.hidden}>{explainTexts.winner}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** When the mark passes a cell, in seconds: row by row, over small and large grids in about the same time. */
function stepOfWalk({ rows }: NumberGrid, row: number, column: number) {
  const columns = rows[0].length;
  const each = Math.min(LONGEST_STEP, LONGEST_WALK / (rows.length * columns));
  return { animationDuration: `${2 * each}s`, animationDelay: `${(row * columns + column) * each}s` };
}

const LONGEST_STEP = 0.2;
const LONGEST_WALK = 2.5;

interface CellContentProps {
  readonly cell: GridCell;
  readonly text: string;
  /** Whether the Tab key stops at this cell of the grid. */
  readonly isStop: boolean;
  onFocus(): void;
}

function CellContent({ cell: { value, cell, outside }, text, isStop, onFocus }: CellContentProps) {
  const styles = useStyles();
  const { goTo, ...names } = useContext(LinksContext);
  if (!cell) return <span title={outside ? explainTexts.padding : shown(value)}>{text}</span>;
  const address = addressText(cell, names);
  return (
    <button
      type="button"
      className={styles.link}
      title={`${shown(value)}, ${address}`}
      // The name is what is seen, and where; the exact number, in the title, describes it.
      aria-label={`${text}, ${address}`}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onClick={() => goTo(cell)}
    >
      {text}
    </button>
  );
}
