import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Session } from '../addin/session';
import type { Question, SessionState } from '../addin/state';
import { frameTexts } from '../texts/pane/frame';

/** The most errors shown; of the others only their number. */
const MOST_ERRORS = 3;

const useStyles = makeStyles({
  messages: {
    ':empty': { display: 'none' },
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

/** Questions, errors and notices, always at the top of the pane. */
export function Messages({ session, state }: { session: Session; state: SessionState }) {
  const styles = useStyles();
  const { errors, question, notice } = state;
  const hidden = errors.length - MOST_ERRORS;
  const top = useRef<HTMLDivElement>(null);
  const shown = [question?.text, ...errors, notice].join('\n');
  // Scrolls to a new message, however far down the button was that caused it.
  useEffect(() => void top.current?.scrollIntoView({ block: 'nearest' }), [shown]);
  return (
    <div ref={top} className={styles.messages} role="status" aria-label={frameTexts.messages}>
      {question && <QuestionBar question={question} onCancel={() => session.decline()} />}
      {errors.slice(0, MOST_ERRORS).map((message, index) => (
        <MessageBar key={message} intent="error" layout="multiline">
          <MessageBarBody>{message}</MessageBarBody>
          {index === 0 && (
            <MessageBarActions>
              <Button size="small" onClick={() => session.dismiss()}>
                {frameTexts.dismiss}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      ))}
      {hidden > 0 && <Text size={200}>{frameTexts.moreErrors(hidden)}</Text>}
      {notice && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{notice}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

/** A question; the command waits until one of the two buttons is pressed. */
function QuestionBar({ question, onCancel }: { question: Question; onCancel(): void }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{question.text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={() => void question.answer()}>
          {question.yes}
        </Button>
        <Button size="small" onClick={onCancel}>
          {frameTexts.cancel}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
