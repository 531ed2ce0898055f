import { Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { labelWithTerm } from './labelWithTerm';

interface SelectFieldProps {
  readonly label: string;
  /** Shown beside the label. */
  readonly term?: ReactNode;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly disabled: boolean;
  onChoose(value: string): void;
}

/** A choice among a few, as narrow as its column of the pane. */
export function SelectField({ label, term, value, options, disabled, onChoose }: SelectFieldProps) {
  return (
    <Field label={labelWithTerm(label, term)}>
      <Select
        value={value}
        disabled={disabled}
        // Narrower than its longest option, where the pane is.
        root={{ style: { minWidth: 0 } }}
        select={{ style: { minWidth: 0, width: '100%' } }}
        onChange={(_, data) => onChoose(data.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
