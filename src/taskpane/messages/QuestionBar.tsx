import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import type { Question } from '../../addin/state';
import { frameTexts } from '../../texts/pane/frame';

/** A question; the command waits until one of the two buttons is pressed. */
export function QuestionBar({ question, onCancel }: { question: Question; onCancel(): void }) {
  const text = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Who pressed something in the pane answers there; a person at the sheet keeps the keyboard.
    if (document.hasFocus()) cancel.current?.focus({ preventScroll: true });
  }, [question]);
  return (
    <MessageBar intent="warning" layout="multiline" role="alertdialog" aria-labelledby={text}>
      <MessageBarBody id={text}>{question.text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={() => void question.answer()}>
          {question.yes}
        </Button>
        <Button ref={cancel} size="small" onClick={onCancel}>
          {frameTexts.cancel}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
