import { Field, Select } from '@fluentui/react-components';
import { OPTIMISERS } from '../../notebook/settings';

interface OptimiserFieldProps {
  /** Its position among the optimisers, as the settings have it. */
  value: number;
  disabled: boolean;
  onChoose(value: number): void;
}

/** The optimiser, bound to its cell. */
export function OptimiserField({ value, disabled, onChoose }: OptimiserFieldProps) {
  return (
    <Field label="Optimiser">
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
