import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { ChosenFilter } from '../../../addin/commands/filters/selectedFilter';
import type { Into } from '../../../addin/commands/filters/applyLibraryFilter';

interface IntoChoiceProps {
  readonly chosen: ChosenFilter;
  readonly value: Into;
  onChoose(into: Into): void;
}

/** Of a filter over several channels: into which of its matrices? */
export function IntoChoice({ chosen: { matrices, matrix }, value, onChoose }: IntoChoiceProps) {
  return (
    <Field
      label="Put it into"
      hint={
        value === 'all'
          ? `Each matrix is divided by ${matrices}: the filter looks at the mean of its ${matrices} channels, and answers as strongly as over one.`
          : 'The other matrices stay as they are, and their sums are added.'
      }
    >
      <RadioGroup value={value} onChange={(_, data) => onChoose(data.value as Into)}>
        <Radio
          value="matrix"
          disabled={matrix === undefined}
          label={matrix === undefined ? 'one matrix (select a cell of it)' : `channel ${matrix} only`}
        />
        <Radio value="all" label={`all ${matrices} matrices`} />
      </RadioGroup>
    </Field>
  );
}
