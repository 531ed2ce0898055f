import type { ReactNode } from 'react';
import type { OptimiserName } from '../../engine/optimisers';
import { OPTIMISERS } from '../../notebook/sheet/settings';
import { trainTexts } from '../../texts/pane/train';
import { SelectField } from '../fields/SelectField';

interface OptimiserFieldProps {
  value: OptimiserName;
  /** Stands beside the label. */
  term: ReactNode;
  disabled: boolean;
  onChoose(value: string): void;
}

const OPTIONS = OPTIMISERS.map((name) => ({ value: name, text: name }));

/** The optimiser, bound to its cell. */
export function OptimiserField(props: OptimiserFieldProps) {
  return <SelectField label={trainTexts.optimiser} options={OPTIONS} {...props} />;
}
