import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { ChosenFilter } from '../../../addin/commands/filters/selectedFilter';
import type { Into } from '../../../addin/commands/filters/applyLibraryFilter';
import { filtersTexts } from '../../../texts/pane/see/filters';

interface IntoChoiceProps {
  readonly chosen: ChosenFilter;
  readonly value: Into;
  onChoose(into: Into): void;
}

/** For a filter over several channels: which of its matrices to overwrite. */
export function IntoChoice({ chosen: { matrices, matrix }, value, onChoose }: IntoChoiceProps) {
  return (
    <Field
      label={filtersTexts.into}
      hint={value === 'all' ? filtersTexts.allMatricesHint(matrices) : filtersTexts.oneMatrixHint}
    >
      <RadioGroup value={value} onChange={(_, data) => onChoose(data.value as Into)}>
        <Radio
          value="matrix"
          disabled={matrix === undefined}
          label={matrix === undefined ? filtersTexts.noMatrix : filtersTexts.oneMatrix(matrix)}
        />
        <Radio value="all" label={filtersTexts.allMatrices(matrices)} />
      </RadioGroup>
    </Field>
  );
}
