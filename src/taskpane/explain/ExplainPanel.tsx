// What the selected cell is and where its number comes from: draws an explanation, a plain value that src/notebook/explain
// makes.
import { Switch, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Session } from '../../addin/session';
import type { CellRef } from '../../notebook/explain/explanation';
import { explainTexts } from '../../texts/pane/explain';
import { later } from '../later';
import { useAnswer } from '../useAnswer';
import { useSessionState } from '../useSessionState';

/** Comes after the pane, and finds its room kept. */
const ExplanationView = later(async () => (await import('./ExplanationView')).ExplanationView, null);

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    padding: `${tokens.spacingVerticalXS} 0`,
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    cursor: 'pointer',
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Always as high, whatever is selected: nothing below it moves while a person clicks from cell to cell.
  body: {
    boxSizing: 'border-box',
    height: 'clamp(130px, 30vh, 460px)',
    resize: 'vertical',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // Three grids side by side need the full width of a narrow pane.
    margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`,
    padding: `0 ${tokens.spacingHorizontalS}`,
  },
});

/** The explanation of the selected cell, under a line that closes and opens it. */
export function ExplainPanel({ session }: { session: Session }) {
  const styles = useStyles();
  const id = useId();
  const { explanation, notebook, isFraming } = useSessionState(session);
  const { explaining } = session;
  const goTo = useCallback((cell: CellRef) => void explaining.goTo(cell), [explaining]);
  const [isOpen, setIsOpen] = useState(true);
  // Explain cell on the ribbon opens it.
  useAnswer(isFraming, (isOn) => isOn && setIsOpen(true));
  const body = useRef<HTMLDivElement>(null);
  // Explanations are long: scroll to the beginning of the next one.
  useEffect(() => void body.current?.scrollTo(0, 0), [explanation?.cell, explanation?.sheet]);
  if (!explanation) return null;
  const { cell, title } = explanation;
  return (
    <div>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span aria-hidden>{isOpen ? '▾' : '▸'}</span>
        <span className={styles.line}>{isOpen ? explainTexts.open : explainTexts.closed(cell, title)}</span>
      </button>
      {/* Can be scrolled by keyboard. */}
      <div id={id} className={styles.body} hidden={!isOpen} tabIndex={0} ref={body}>
        {cell ? (
          <ExplanationView
            explanation={isFraming ? explanation : { ...explanation, frames: [] }}
            valueSheet={notebook?.title ?? explainTexts.valueSheet}
            goTo={goTo}
          />
        ) : (
          <Text>{explainTexts.about}</Text>
        )}
        <Switch
          label={explainTexts.framesOnSheet}
          checked={isFraming === true}
          onChange={() => void explaining.toggle()}
        />
      </div>
    </div>
  );
}
