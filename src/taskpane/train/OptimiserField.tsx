import type { ReactNode } from 'react';
import { OPTIMISERS } from '../../notebook/sheet/settings';
import { trainTexts } from '../../texts/pane/train';
import { SelectField } from '../fields/SelectField';

interface OptimiserFieldProps {
  /** Its position among the optimisers, as the settings have it. */
  value: number;
  /** Stands beside the label. */
  term: ReactNode;
  disabled: boolean;
  onChoose(value: number): void;
}

const OPTIONS = OPTIMISERS.map((name, position) => ({ value: String(position), text: name }));

/** The optimiser, bound to its cell. */
export function OptimiserField({ value, onChoose, ...rest }: OptimiserFieldProps) {
  return (
    <SelectField
      label={trainTexts.optimiser}
      value={String(value)}
      options={OPTIONS}
      onChoose={(position) => onChoose(Number(position))}
      {...rest}
    />
  );
}
