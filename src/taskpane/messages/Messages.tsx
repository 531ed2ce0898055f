// Messages of the session: they lie over the pane, at the edge away from where a person works, and move nothing.
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { REPAIR } from '../../addin/commands/repair/repairCommand';
import type { Session } from '../../addin/session';
import type { SessionState } from '../../addin/state';
import { frameTexts } from '../../texts/pane/frame';
import { MessageLayer } from './MessageLayer';
import { QuestionBar } from './QuestionBar';

/** The most errors shown; of the others only their number. */
const MOST_ERRORS = 3;

const useStyles = makeStyles({
  // Otherwise a word longer than the pane, such as a number, would widen it.
  dismiss: { minWidth: 'auto' },
  bar: { overflowWrap: 'anywhere' },
});

/** Questions, errors and notices. */
export function Messages({ session, state }: { session: Session; state: SessionState }) {
  const styles = useStyles();
  const { errors, question, notice, undo } = state;
  const hidden = errors.length - MOST_ERRORS;
  const dismiss = () => session.dismiss();
  return (
    <MessageLayer said={[question?.text, ...errors, notice].join('\n')} onEscape={dismiss}>
      {question && <QuestionBar question={question} onCancel={() => session.decline()} />}
      {errors.slice(0, MOST_ERRORS).map((message, index) => (
        <MessageBar key={message} intent="error" layout="multiline" className={styles.bar}>
          <MessageBarBody>{message}</MessageBarBody>
          {index === 0 && (
            <DismissAction onDismiss={dismiss}>
              {state.notebook?.isTorn && (
                <Button size="small" onClick={() => void session.perform(REPAIR)}>
                  {frameTexts.repair}
                </Button>
              )}
            </DismissAction>
          )}
        </MessageBar>
      ))}
      {hidden > 0 && <Text size={200}>{frameTexts.moreErrors(hidden)}</Text>}
      {notice && (
        <MessageBar intent="info" layout="multiline" className={styles.bar}>
          <MessageBarBody>{notice}</MessageBarBody>
          <DismissAction onDismiss={dismiss}>
            {undo && (
              <Button size="small" onClick={() => void undo()}>
                {frameTexts.undo}
              </Button>
            )}
          </DismissAction>
        </MessageBar>
      )}
    </MessageLayer>
  );
}

interface DismissActionProps {
  readonly children?: ReactNode;
  onDismiss(): void;
}

/** The corner of a message that dismisses it, and what else can be done. */
function DismissAction({ children, onDismiss }: DismissActionProps) {
  const styles = useStyles();
  return (
    <MessageBarActions
      containerAction={
        <Button
          size="small"
          appearance="transparent"
          className={styles.dismiss}
          aria-label={frameTexts.dismiss}
          onClick={onDismiss}
        >
          ×
        </Button>
      }
    >
      {children}
    </MessageBarActions>
  );
}
