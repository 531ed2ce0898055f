import { Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { OPTIMISERS } from '../../notebook/sheet/settings';
import { trainTexts } from '../../texts/pane/train';
import { labelWithTerm } from '../see/glossary/labelWithTerm';

interface OptimiserFieldProps {
  /** Its position among the optimisers, as the settings have it. */
  value: number;
  /** Stands beside the label. */
  term: ReactNode;
  disabled: boolean;
  onChoose(value: number): void;
}

/** The optimiser, bound to its cell. */
export function OptimiserField({ value, term, disabled, onChoose }: OptimiserFieldProps) {
  return (
    <Field label={labelWithTerm(trainTexts.optimiser, term)}>
      <Select
        value={String(value)}
        disabled={disabled}
        select={{ style: { minWidth: 0 } }}
        onChange={(_, data) => onChoose(Number(data.value))}
      >
        {OPTIMISERS.map((name, position) => (
          <option key={name} value={position}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
