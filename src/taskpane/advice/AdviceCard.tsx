// A mistake that learners make: what is seen, why, and the cell in which to mend it.
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ShownAdvice } from '../../addin/commands/advice/adviceState';
import type { Session } from '../../addin/session';
import type { Advice } from '../../training/advice/mistakes';
import { adviceTexts } from '../../texts/pane/advice';

interface AdviceCardProps {
  readonly session: Session;
  /** The cause first; its consequences are not told. */
  readonly advice: readonly ShownAdvice[];
}

export function AdviceCard({ session, advice: [first] }: AdviceCardProps) {
  return (
    <MessageBar intent="warning" layout="multiline" aria-label={adviceTexts.title}>
      <MessageBarBody>{textOf(first.advice)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void session.explaining.goTo(first.cell)}>
          {adviceTexts.goTo(first.address)}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function textOf(advice: Advice): string {
  const words = adviceTexts.about[advice.about];
  // Each mistake has what its sentence names.
  return words(advice as Advice & Parameters<typeof words>[0]);
}
