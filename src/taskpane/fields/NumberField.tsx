// Fields of a form, each bound to a value of its caller. They know no session; texts is the only other room.
import { Field, Input } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { fieldsTexts } from '../../texts/pane/fields';
import { labelWithTerm } from './labelWithTerm';
import { typedNumber } from './typedNumber';

interface NumberFieldProps {
  label: string;
  /** Shown beside the label. */
  term?: ReactNode;
  value: number;
  disabled: boolean;
  onCommit(value: number): void;
}

/** A number bound to its cell: shows the cell's content, and commits on Enter or when it loses focus. */
export function NumberField({ label, term, value, disabled, onCommit }: NumberFieldProps) {
  // While it is edited the text is the field's own; otherwise it is the cell's.
  const [draft, setDraft] = useState<string>();
  const number = draft === undefined ? value : typedNumber(draft);
  const commit = () => {
    if (typeof number !== 'number') return;
    if (number !== value) onCommit(number);
    setDraft(undefined);
  };
  return (
    <Field label={labelWithTerm(label, term)} validationMessage={faultOf(number)}>
      <Input
        value={draft ?? String(value)}
        disabled={disabled}
        input={{ size: 6 }}
        inputMode="decimal"
        onChange={(_, data) => setDraft(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
    </Field>
  );
}

function faultOf(typed: ReturnType<typeof typedNumber>): string | undefined {
  if (typeof typed === 'number') return undefined;
  return typed === 'ambiguous' ? fieldsTexts.ambiguous : fieldsTexts.notANumber;
}
