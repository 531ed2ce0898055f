// The section Explain cell: draws the explanation of a cell, a plain value that src/notebook/explain makes.
import { Switch, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef } from 'react';
import type { CellRef } from '../../../notebook/explain/explanation';
import { explainTexts } from '../../../texts/pane/see/explain';
import { useSessionState } from '../../useSessionState';
import type { SectionProps } from '../section';
import { ExplanationView } from './ExplanationView';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    // Three grids side by side need the full width of a narrow pane.
    margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

/** The explanation of the selected cell, while Explain cell is on. */
export function ExplainSection({ session }: SectionProps) {
  const styles = useStyles();
  const { explanation, notebook } = useSessionState(session);
  const { explaining } = session;
  const goTo = useCallback((cell: CellRef) => void explaining.goTo(cell), [explaining]);
  const isOn = explanation !== undefined;
  const section = useRef<HTMLDivElement>(null);
  // Explanations are long: scroll to the beginning.
  useEffect(() => {
    if (isOn) section.current?.scrollIntoView({ block: 'start' });
  }, [isOn]);
  return (
    <div className={styles.section} ref={section}>
      <Switch label={explainTexts.explainSelected} checked={isOn} onChange={() => void explaining.toggle()} />
      {explanation ? (
        <ExplanationView
          explanation={explanation}
          valueSheet={notebook?.title ?? explainTexts.valueSheet}
          goTo={goTo}
        />
      ) : (
        <Text>{explainTexts.about}</Text>
      )}
    </div>
  );
}
