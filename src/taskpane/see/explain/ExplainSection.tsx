import { Switch, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { CellRef } from '../../../notebook/explain/explanation';
import type { SectionProps } from '../section';
import { ExplanationView } from './ExplanationView';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    // Three grids beside each other need all the room that a narrow pane has.
    margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

/** Where does the selected cell come from? */
export function ExplainSection({ session }: SectionProps) {
  const styles = useStyles();
  const { explanation, notebook } = useSyncExternalStore(session.store.subscribe, session.store.get);
  const { explaining } = session;
  const goTo = useCallback((cell: CellRef) => void explaining.goTo(cell), [explaining]);
  const isOn = explanation !== undefined;
  const section = useRef<HTMLDivElement>(null);
  // The explanation is long: it begins at the top of the pane.
  useEffect(() => {
    if (isOn) section.current?.scrollIntoView({ block: 'start' });
  }, [isOn]);
  return (
    <div className={styles.section} ref={section}>
      <Switch label="Explain the selected cell" checked={isOn} onChange={() => void explaining.toggle()} />
      {explanation ? (
        <ExplanationView explanation={explanation} valueSheet={notebook?.title ?? 'values'} goTo={goTo} />
      ) : (
        <Text>
          Asks any cell where it comes from: what is multiplied and added, with the numbers as they are.
          Frames on the sheet show what the cell sees, and what it changes. Move with the arrow keys.
        </Text>
      )}
    </div>
  );
}
