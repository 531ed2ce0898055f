import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { gradientTexts } from '../../../texts/pane/see/gradient';
import { useSessionState } from '../../useSessionState';
import type { SectionProps } from '../section';
import { CheckedTable } from './CheckedTable';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Compares the gradients of backpropagation with finite differences of the loss. */
export function GradientSection({ session, notebook, running }: SectionProps) {
  const styles = useStyles();
  const { check } = useSessionState(session);
  const report = check?.notebook === notebook.title ? check : undefined;
  const hasKinks = report?.cells.some(({ verdict }) => verdict === 'kink');
  return (
    <div className={styles.section}>
      <Text>{gradientTexts.about}</Text>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={running}
          title={gradientTexts.checkSelectedHint}
          onClick={() => void session.perform(session.checks.checkSelected)}
        >
          {gradientTexts.checkSelected}
        </Button>
        <Button
          disabledFocusable={running}
          title={gradientTexts.checkRandomHint}
          onClick={() => void session.perform(session.checks.checkRandom)}
        >
          {gradientTexts.checkRandom}
        </Button>
        {running && <Button onClick={() => session.stop()}>{gradientTexts.stop}</Button>}
      </div>
      {report && (
        <>
          <section aria-live="polite" aria-label={gradientTexts.result}>
            <Text block weight="semibold">
              {report.summary}
            </Text>
            <Text block size={200}>
              {report.about}
            </Text>
          </section>
          {hasKinks && <Text size={200}>{gradientTexts.aboutKinks}</Text>}
          <CheckedTable
            // A new report begins with its first rows.
            key={report.summary + report.cells[0]?.address}
            cells={report.cells}
            onSelect={(cell) => void session.perform(session.checks.goTo(cell))}
          />
        </>
      )}
      <Text size={200}>{gradientTexts.howItIsDone}</Text>
    </div>
  );
}
