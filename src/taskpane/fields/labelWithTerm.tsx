import type { FieldProps, LabelProps } from '@fluentui/react-components';
import type { ElementType, ReactNode } from 'react';

/** The label of a field with a term beside it: not inside, or it would be part of what the field is called. */
export function labelWithTerm(label: string, term?: ReactNode): FieldProps['label'] {
  return {
    children: (Label: ElementType, props: LabelProps) => (
      <span>
        <Label {...props}>{label}</Label>
        {term}
      </span>
    ),
  };
}
