import type { FieldProps, LabelProps } from '@fluentui/react-components';
import type { ElementType, ReactNode } from 'react';

/**
 * The label of a field with a glossary term beside it: not inside, where it would be part of the field's
 * accessible name.
 */
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
