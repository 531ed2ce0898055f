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

/** So many are read; of the others it is enough to know that there are more. */
const MOST_ERRORS = 3;

const useStyles = makeStyles({
  messages: {
    ':empty': { display: 'none' },
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

/** What went wrong, what is asked, and what was done, always at the top of the pane. */
export function Messages({ session, state }: { session: Session; state: SessionState }) {
  const styles = useStyles();
  const { errors, question, notice } = state;
  const hidden = errors.length - MOST_ERRORS;
  const top = useRef<HTMLDivElement>(null);
  const said = [question?.text, ...errors, notice].join('\n');
  // Something new is to be read, however far down the button was that led to it.
  useEffect(() => void top.current?.scrollIntoView({ block: 'nearest' }), [said]);
  return (
    <div ref={top} className={styles.messages} role="status" aria-label="Messages">
      {question && <Asked question={question} onCancel={() => session.store.set({ question: undefined })} />}
      {errors.slice(0, MOST_ERRORS).map((message, index) => (
        <MessageBar key={message} intent="error" layout="multiline">
          <MessageBarBody>{message}</MessageBarBody>
          {index === 0 && (
            <MessageBarActions>
              <Button size="small" onClick={() => session.dismiss()}>
                Dismiss
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      ))}
      {hidden > 0 && <Text size={200}>and {hidden} more like these</Text>}
      {notice && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{notice}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

/** Nothing happens until one of the two is pressed. */
function Asked({ question, onCancel }: { question: Question; onCancel(): void }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{question.text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={() => void question.answer()}>
          {question.yes}
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
