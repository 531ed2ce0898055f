import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { SectionProps } from '../section';
import { CheckedTable } from './CheckedTable';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Is what backpropagation says the slope of the loss? */
export function GradientSection({ session, notebook, running }: SectionProps) {
  const styles = useStyles();
  const { check } = useSyncExternalStore(session.store.subscribe, session.store.get);
  const report = check?.notebook === notebook.title ? check : undefined;
  const hasKinks = report?.cells.some(({ verdict }) => verdict === 'kink');
  return (
    <div className={styles.section}>
      <Text>
        Move a weight a little up and down, divide the change of the loss by the step, and you have its
        gradient without any calculus. Does the ∂ cell say the same?
      </Text>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={running}
          title="Or several of them, pixels of the input too"
          onClick={() => void session.checking.checkSelected()}
        >
          Check selected weight
        </Button>
        <Button
          disabledFocusable={running}
          title="The same hundred for the same seed"
          onClick={() => void session.checking.checkRandom()}
        >
          Check a random hundred
        </Button>
        {running && <Button onClick={() => session.stop()}>Stop</Button>}
      </div>
      {report && (
        <>
          <section aria-live="polite" aria-label="Result of the check">
            <Text block weight="semibold">
              {report.summary}
            </Text>
            <Text block size={200}>
              {report.about}
            </Text>
          </section>
          {hasKinks && (
            <Text size={200}>
              On a kink (a ReLU at exactly 0, a tie in a max pool) the loss has one slope to the left and
              another to the right, and no derivative: there is nothing to compare. Backpropagation takes the
              slope of a ReLU at 0 as 0.
            </Text>
          )}
          <CheckedTable
            // A new report begins with its first rows.
            key={report.summary + report.cells[0]?.address}
            cells={report.cells}
            onSelect={(cell) => void session.checking.goTo(cell)}
          />
        </>
      )}
      <Text size={200}>
        A copy of the network is tried out; the notebook stays as it is. The step is chosen for each weight,
        and differences over several steps are put together, so that most gradients agree to nine digits and
        more.
      </Text>
    </div>
  );
}
